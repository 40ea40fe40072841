import { ok, type Result, refuse } from '@/lib/base/result';
import { db } from '@/lib/db/db';
import type { Actor } from './actor';
import { auth } from './auth';
import { readAuthMode } from './auth-mode';
import { can } from './can';

export type BecomeRefusal =
  | { code: 'forbidden'; because: 'not-in-demo' }
  | { code: 'not-found'; what: 'person'; key: string };

/**
 * Opens a session as another person of the story, and answers with the cookies that carry it. The session before it
 * ends: one browser is one person.
 */
export async function becomePerson(
  headers: Headers,
  { actor, person: key }: { actor: Actor | null; person: string },
): Promise<Result<string[], BecomeRefusal>> {
  const isDemo = readAuthMode(process.env).kind === 'demo';
  if (!can(actor, 'person.switch', { kind: 'session', isDemo }).allowed) {
    return refuse({ code: 'forbidden', because: 'not-in-demo' });
  }
  const person = await db().person.findFirst({
    where: { key, ...(actor ? { workspaceId: actor.workspaceId } : {}) },
  });
  if (!person?.userId) return refuse({ code: 'not-found', what: 'person', key });
  const before = await auth().api.getSession({ headers, query: { disableRefresh: true } });
  const opened = await auth().api.beUser({ body: { userId: person.userId }, headers, returnHeaders: true });
  if (before) await db().session.deleteMany({ where: { token: before.session.token } });
  return ok(opened.headers.getSetCookie());
}
