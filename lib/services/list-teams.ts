import { can } from '@/lib/auth/can';
import { ok } from '@/lib/base/result';
import { allow } from './allow';
import { describePerson } from './describe-person';
import { organisationOf } from './organisation';
import { versionOfPerson, versionOfTeam } from './organisation-version';
import type { World } from './world';

/** Every team with its people and what it owns, and everybody with their teams. */
export async function listTeams({ actor, store }: World) {
  const workspace = { kind: 'workspace', workspaceId: actor.workspaceId } as const;
  const allowed = allow(actor, 'people.read', workspace);
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const organisation = organisationOf(snapshot);
  const people = await store.people();
  return ok({
    teams: snapshot.teams.map(({ key, name, domain }) => ({
      key,
      name,
      domain: organisation.domain(domain),
      people: people.filter(({ teams }) => teams.includes(key)).map((one) => ({ key: one.key, name: one.name })),
      products: snapshot.products
        .filter(({ owner }) => owner === key)
        .map((product) => ({ key: product.key, name: product.name })),
      version: versionOfTeam({ key, name, domain }),
    })),
    people: people.map((person) => ({ ...describePerson(person, organisation), version: versionOfPerson(person) })),
    domains: snapshot.domains.map(({ key, name }) => ({ key, name })),
    canManage: can(actor, 'team.manage', workspace).allowed,
  });
}
