import { fingerprint } from '@/lib/base/fingerprint';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { Prices } from '@/lib/catalog/snapshot';
import { allow } from './allow';
import { versionOfPrices } from './organisation-version';
import type { Refusal } from './refusal';
import type { World } from './world';

/** A price that is not named is stated no longer. Nothing is planned again: no need depends on what anything costs. */
export function keepPrices(
  world: World,
  { prices, version }: { prices: Prices; version: number },
): Promise<Result<{ version: number }, Refusal>> {
  return world.write(async (store) => {
    await store.lockWorkspace();
    const { workspaceId } = world.actor;
    const allowed = allow(world.actor, 'prices.edit', { kind: 'workspace', workspaceId });
    if (!allowed.ok) return allowed;
    const { snapshot } = await store.snapshot();
    const before = snapshot.prices;
    if (versionOfPrices(before) !== version)
      return refuse({ code: 'stale-organisation', what: 'prices', version: versionOfPrices(before) });
    const after = Object.keys(prices).length === 0 ? null : prices;
    if (fingerprint({ prices: before }) === fingerprint({ prices: after })) return ok({ version });
    await store.keepPrices(after);
    await store.countRevision();
    const event = { kind: 'prices-changed', subject: {}, before, after } as const;
    await store.append([event], world.actor.id, world.now());
    return ok({ version: versionOfPrices(after) });
  });
}
