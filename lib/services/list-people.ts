import { ok } from '@/lib/base/result';
import { allow } from './allow';
import { describePerson } from './describe-person';
import { organisationOf } from './organisation';
import type { World } from './world';

export async function listPeople({ actor, store }: World) {
  const allowed = allow(actor, 'people.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const organisation = organisationOf(snapshot);
  return ok({ people: (await store.people()).map((person) => describePerson(person, organisation)) });
}
