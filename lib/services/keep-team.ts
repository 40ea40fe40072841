import { ok, type Result, refuse } from '@/lib/base/result';
import { allow } from './allow';
import { freeKey } from './free-key';
import { versionOfTeam } from './organisation-version';
import type { Refusal } from './refusal';
import type { World } from './world';

/** `version` is of the team as it was seen; null for one that is founded. */
export type TeamOrder = { key: string | null; version: number | null; name: string; domain: string | null };

/** Founds a team (no key) or gives one another name or domain. Its key stays, because products and people name it. */
export function keepTeam(
  world: World,
  { key, version, name, domain }: TeamOrder,
): Promise<Result<{ key: string }, Refusal>> {
  return world.write(async (store) => {
    await store.lockWorkspace();
    const { workspaceId } = world.actor;
    const allowed = allow(world.actor, 'team.manage', { kind: 'workspace', workspaceId });
    if (!allowed.ok) return allowed;
    const { snapshot } = await store.snapshot();
    const before = snapshot.teams.find((team) => team.key === key);
    if (key !== null && !before) return refuse({ code: 'not-found', what: 'team', key });
    if (before && versionOfTeam(before) !== version)
      return refuse({ code: 'stale-organisation', what: 'team', version: versionOfTeam(before) });
    if (domain !== null && !snapshot.domains.some((one) => one.key === domain))
      return refuse({ code: 'not-found', what: 'domain', key: domain });
    const sameName = snapshot.teams.find((team) => team.name === name && team.key !== key);
    if (sameName) return refuse({ code: 'key-taken', what: 'team', key: sameName.key });
    const made = key ?? freeKey('', name, new Set(snapshot.teams.map((team) => team.key)));
    const team = { key: made, name, domain };
    if (before && before.name === name && before.domain === domain) return ok({ key: made });
    await store.keepTeam(team);
    await store.countRevision();
    const kind = before ? 'team-changed' : 'team-created';
    const event = { kind, subject: { team: made, name }, ...(before ? { before } : {}), after: team } as const;
    await store.append([event], world.actor.id, world.now());
    return ok({ key: made });
  });
}
