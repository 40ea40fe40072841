import { ok, type Result, refuse } from '@/lib/base/result';
import type { Role } from '@/lib/catalog/role';
import { allow } from './allow';
import { freeKey } from './free-key';
import { versionOfPerson } from './organisation-version';
import type { Refusal } from './refusal';
import type { World } from './world';

export type PersonOrder = {
  /** Null for somebody new. */
  key: string | null;
  /** Of the person as they were seen; null for somebody new. */
  version: number | null;
  name?: string | undefined;
  title?: string | undefined;
  role?: Role | undefined;
  /** Keys of all teams they belong to from now on. */
  teams?: string[] | undefined;
};

/** Adds a person, or says what they are and which teams they belong to; moving somebody is naming other teams. */
export function keepPerson(world: World, order: PersonOrder): Promise<Result<{ key: string }, Refusal>> {
  return world.write(async (store) => {
    await store.lockWorkspace();
    const { workspaceId } = world.actor;
    const allowed = allow(world.actor, 'team.manage', { kind: 'workspace', workspaceId });
    if (!allowed.ok) return allowed;
    const { snapshot } = await store.snapshot();
    const people = await store.people();
    const before = people.find(({ key }) => key === order.key);
    if (order.key !== null && !before) return refuse({ code: 'not-found', what: 'person', key: order.key });
    if (before && versionOfPerson(before) !== order.version)
      return refuse({ code: 'stale-organisation', what: 'person', version: versionOfPerson(before) });
    const stray = order.teams?.find((key) => !snapshot.teams.some((team) => team.key === key));
    if (stray !== undefined) return refuse({ code: 'not-found', what: 'team', key: stray });
    const name = order.name ?? before?.name ?? '';
    const person = {
      id: before?.id ?? world.newId(),
      key: before?.key ?? freeKey('', name, new Set(people.map(({ key }) => key))),
      name,
      title: order.title ?? before?.title ?? '',
      role: order.role ?? before?.role ?? 'analyst',
      teams: order.teams ?? before?.teams ?? [],
      initials: initialsOf(name),
    };
    await store.keepPerson(person);
    const { id: _, ...after } = person;
    const kind = before ? 'person-changed' : 'person-added';
    const event = { kind, subject: { person: person.key, name }, ...(before ? { before } : {}), after } as const;
    await store.append([event], world.actor.id, world.now());
    return ok({ key: person.key });
  });
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase();
}
