import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** Lets the demonstration open a session as one of its people. It has no address: only our own code can call it. */
export const demoSessions = {
  id: 'demo-sessions',
  endpoints: {
    beUser: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.strictObject({ userId: z.string() }) },
      async (context) => {
        const user = await context.context.internalAdapter.findUserById(context.body.userId);
        if (!user) throw context.error('NOT_FOUND');
        const session = await context.context.internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return { opened: true };
      },
    ),
  },
};
