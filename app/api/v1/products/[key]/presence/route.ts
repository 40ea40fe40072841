import { tellPresence } from '@/app/api/presence';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { ok } from '@/lib/base/result';
import { findPresence } from '@/lib/services/find-presence';

export const POST = serve(routes.tellPresence, async (world, { params, body }) => {
  const person = await findPresence(world, { product: params.key });
  if (!person.ok) return person;
  const { workspaceId } = world.actor;
  return ok({ body: tellPresence(workspaceId, params.key, { person: person.value, isHere: body.isHere }) });
});
