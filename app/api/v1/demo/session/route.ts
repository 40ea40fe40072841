import { problemOf } from '@/app/api/problem-of-refusal';
import { respond, withCookies } from '@/app/api/respond';
import { serveAnyone } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { becomePerson } from '@/lib/auth/become-person';
import { findActor } from '@/lib/auth/find-actor';
import { ok, refuse } from '@/lib/base/result';

export const PUT = serveAnyone(routes.switchPerson, async (request, { body }) => {
  const actor = await findActor(request.headers);
  const opened = await becomePerson(request.headers, { actor, person: body.person });
  if (!opened.ok) return refuse(problemOf(opened.error));
  return ok(withCookies(respond(routes.switchPerson, { body: undefined }), opened.value));
});
