import { searchCatalog } from '@/lib/catalog/search';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { toLedger } from '@/lib/engine/ledger/to-ledger';
import { compileLineage } from '@/lib/engine/lineage/compile-lineage';
import type { Plan } from '@/lib/engine/plan';
import { planPush } from '@/lib/engine/push/plan-push';
import { patchModel } from '@/lib/model/diff';
import { anExpectation } from '@/lib/model/factories';
import { largeWorkspace, type Size } from './large-workspace';
import { inMs, printTable, spread, timed } from './measure';

/**
 * Plans as the product makes them. Cold is the first plan this process makes of a workspace it has never seen; warm plans
 * another consumer of the same snapshot; an edit is a new document of one consumer in a new snapshot, as a keystroke makes
 * it. All products are compiled, and then all consumers planned with what the single plans left behind, then again, then
 * after one edit; reasons are found when read, and reading them all is timed by writing the plan as JSON. The ledger is
 * made from nothing but the demands of the plans; the catalog is searched for one letter, which stands in all names. Last,
 * `anew` is an equal workspace that nothing is known of, while the code is warm and the first one still in memory: all
 * consumers planned, with the compiling of what they reach, by the clock.
 */
export function benchPlans(sizes: readonly Size[]): void {
  const rows = [
    [
      'products',
      'attributes',
      'consumers',
      'one, cold',
      'one, warm',
      'p95',
      'edit',
      'p95',
      'compile',
      'all',
      'by the clock',
      'again',
      'after edit',
      'rows',
      'MB',
      'ledger',
      'letter',
      'p95',
      'as JSON',
      'anew, by the clock',
    ],
  ];
  for (const size of sizes) rows.push(benchPlan(size));
  printTable('Plans (milliseconds of processor time)', rows);
}

/** As many as a person is shown. */
const HITS_MAX = 60;

function benchPlan(size: Size): string[] {
  const snapshot = largeWorkspace(size);
  const consumers = snapshot.products.filter(({ alignment }) => alignment === 'consumer').map(({ key }) => key);
  const keyAt = (at: number) => consumers[(at * 7919) % consumers.length] ?? '';
  const cold = timed(() => plan(snapshot, [keyAt(0)])).ms;
  const fewKeys = Array.from({ length: 20 }, (_, at) => keyAt(at));
  for (const key of fewKeys) plan(snapshot, [key]);
  const warm = spread((run) => plan(snapshot, [fewKeys[run % fewKeys.length] ?? '']), 200);
  const edit = spread(
    (run) => plan(edited(snapshot, fewKeys[run % fewKeys.length] ?? '', run), [fewKeys[run % fewKeys.length] ?? '']),
    200,
  );
  const lineage = compileLineage(snapshot);
  const compile = timed(() => snapshot.products.map(({ key }) => lineage.product(key))).ms;
  const all = timed(() => plan(snapshot, consumers));
  const memory = process.memoryUsage().rss / 1e6;
  const again = timed(() => plan(snapshot, consumers)).ms;
  const after = timed(() => plan(edited(snapshot, keyAt(3), 9), consumers)).ms;
  const ledger = timed(() => toLedger(snapshot, consumers)).ms;
  const letter = spread(() => searchCatalog(snapshot, 'c', HITS_MAX), 100);
  const json = size.products > 2000 ? null : timed(() => JSON.stringify(all.result)).ms;
  const second = largeWorkspace(size);
  const anew = timed(() => plan(second, consumers)).wallMs;
  return [
    size.products,
    size.attributes,
    consumers.length,
    inMs(cold),
    inMs(warm.median),
    inMs(warm.p95),
    inMs(edit.median),
    inMs(edit.p95),
    inMs(compile),
    inMs(all.ms),
    inMs(all.wallMs),
    inMs(again),
    inMs(after),
    all.result.requirements.length,
    memory.toFixed(0),
    inMs(ledger),
    inMs(letter.median),
    inMs(letter.p95),
    json === null ? '-' : inMs(json),
    inMs(anew),
  ].map(String);
}

function plan(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Plan {
  const planned = planPush(snapshot, consumers);
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  return planned.value;
}

function edited(snapshot: WorkspaceSnapshot, key: string, run: number): WorkspaceSnapshot {
  const stated = anExpectation({ rule: { rule: 'freshness', maxMinutes: 1000 + run } });
  return {
    ...snapshot,
    products: snapshot.products.map((one) =>
      one.key === key ? { ...one, model: patchModel(one.model, { put: [stated], remove: [] }) } : one,
    ),
  };
}
