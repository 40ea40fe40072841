import { ok, type Result, refuse } from '@/lib/base/result';
import type { WorkspaceSettings } from '@/lib/catalog/snapshot';
import { allow } from './allow';
import { describePerson } from './describe-person';
import { lastSeenBy } from './last-seen';
import { organisationOf } from './organisation';
import type { Refusal } from './refusal';
import type { World } from './world';

type Me = {
  person: ReturnType<typeof describePerson>;
  lastRead: number;
  workspace: Pick<WorkspaceSettings, 'name' | 'currency' | 'timezone' | 'locale'>;
};

/** Who acts, and where. */
export async function readMe({ actor, store }: World): Promise<Result<Me, Refusal>> {
  const allowed = allow(actor, 'me.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const person = await store.person(actor.id);
  if (!person) return refuse({ code: 'not-found', what: 'person', key: actor.key });
  const { name, currency, timezone, locale } = snapshot.workspace;
  const workspace = { name, currency, timezone, locale };
  const lastRead = (await lastSeenBy(store, actor.id))('home');
  return ok({ person: describePerson(person, organisationOf(snapshot)), lastRead, workspace });
}
