import { setImmediate } from 'node:timers/promises';
import { fingerprint } from '@/lib/base/fingerprint';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { type LedgerRefusal, ledgerInSteps } from '@/lib/engine/ledger/to-ledger';
import { allow } from './allow';
import { ledgerLines } from './ledger-lists';
import { ledgerNames } from './ledger-names';
import type { Refusal } from './refusal';
import type { World } from './world';

export type FoundLedger = Extract<Awaited<ReturnType<typeof makeLedger>>, { ok: true }>['value'];
const ledgers = new WeakMap<WorkspaceSnapshot, { consumers: string; made: ReturnType<typeof makeLedger> }>();

/**
 * What all consumers that have been sent upstream need of the sources, against copying everything. Kept with its snapshot,
 * which never changes; the consumers stand in the workspace's order.
 */
export async function findLedger(world: World): Promise<Result<FoundLedger, Refusal>> {
  const { actor, store } = world;
  const allowed = allow(actor, 'catalog.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot, revision } = await store.snapshot();
  const pushed = new Set(await store.pushedConsumers());
  const consumers = snapshot.products.map(({ key }) => key).filter((key) => pushed.has(key));
  const name = consumers.join(' ');
  const known = ledgers.get(snapshot);
  const kept =
    known?.consumers === name ? known : { consumers: name, made: makeLedger(snapshot, { consumers, revision }) };
  ledgers.set(snapshot, kept);
  const found = await kept.made;
  return found.ok ? found : refuse(toRefusal(found.error));
}

/** Others are let through after every step; whoever asks meanwhile waits for the same one. */
async function makeLedger(
  snapshot: WorkspaceSnapshot,
  { consumers, revision }: { consumers: readonly string[]; revision: number },
) {
  const steps = ledgerInSteps(snapshot, consumers);
  for (;;) {
    const { value, done } = steps.next();
    if (!done) await setImmediate();
    else if (!value.ok) return value;
    else {
      const ledger = value.value;
      const edition = fingerprint([revision, consumers]);
      return ok({ snapshot, ledger, edition, lines: ledgerLines(ledger), names: ledgerNames(snapshot) });
    }
  }
}

function toRefusal(error: LedgerRefusal): Refusal {
  return error.code === 'lineage-loop' ? error : { code: 'not-found', what: 'product', key: error.consumer };
}
