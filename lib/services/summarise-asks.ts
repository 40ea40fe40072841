import { groupBy } from '@/lib/base/group-by';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { planNames } from '@/lib/engine/push/plan-names';
import { AskAction } from '@/lib/reviews/ask-action';
import { counterShape } from '@/lib/reviews/counter-value';
import { isOpen, waitsFor } from '@/lib/reviews/state-machine';
import { describeAsks } from './describe-asks';
import { vocabularyOf } from './describe-lines';
import { actionsOn } from './describe-negotiation';
import { askedBy, lastAsked, versionOf } from './find-ask';
import type { LastSeen } from './last-seen';
import type { WhoIs } from './named-change';
import type { RequirementHead } from './store';
import type { World } from './world';

type Described = ReturnType<typeof describeAsks<RequirementHead>>[number];
type Told = {
  whoIs: WhoIs;
  /** Of each ask, the newest event that is news to the reader. */
  latest: ReadonlyMap<string, number>;
  lastSeen: LastSeen;
};
export type AskSummary = ReturnType<typeof tell>;
type Summary = ReturnType<typeof summarise>;

/** Requirements as the asks they make, each in one line of a list. */
export function summariseAsks(
  world: World,
  snapshot: WorkspaceSnapshot,
  rows: readonly RequirementHead[],
  told: Told,
): AskSummary[] {
  return summaries(world, snapshot, rows).map((one) => tell(one, told));
}

/** Of everybody who reads the same list; the lists go with the products, the snapshots with the catalog. */
const READERS_KEPT_MAX = 8;
const kept = new WeakMap<
  readonly RequirementHead[],
  { snapshot: WorkspaceSnapshot; byReader: Map<string, readonly Summary[]> }
>();

/**
 * The same of a list that stays the same object until anything in it changes: what does not hang on the moment is kept
 * with it.
 */
export function summariseKeptAsks(
  world: World,
  snapshot: WorkspaceSnapshot,
  rows: readonly RequirementHead[],
  told: Told,
): AskSummary[] {
  const { id, key, role, teams } = world.actor;
  const reader = JSON.stringify([id, key, role, teams, dayOf(world)]);
  const known = kept.get(rows);
  const { byReader } = known?.snapshot === snapshot ? known : { byReader: new Map<string, readonly Summary[]>() };
  const found = byReader.get(reader) ?? summaries(world, snapshot, rows);
  if (byReader.size >= READERS_KEPT_MAX) byReader.clear();
  byReader.set(reader, found);
  kept.set(rows, { snapshot, byReader });
  return found.map((one) => tell(one, told));
}

function dayOf(world: World): string {
  return world.now().toISOString().slice(0, 10);
}

function summaries(world: World, snapshot: WorkspaceSnapshot, rows: readonly RequirementHead[]): Summary[] {
  const speaker = { names: planNames(snapshot), vocabulary: vocabularyOf(world.actor) };
  return [...groupBy(rows, (row) => row.consumer)].flatMap(([consumer, lines]) =>
    describeAsks(consumer, lines, snapshot, speaker).map((ask) => summarise(world, snapshot, ask)),
  );
}

function summarise(world: World, snapshot: WorkspaceSnapshot, ask: Described) {
  const last = lastAsked(ask.lines);
  const today = dayOf(world);
  const actions = actionsOnAny(world, snapshot, ask);
  return {
    ...ask,
    lines: ask.lines.length,
    open: ask.lines.filter((row) => isOpen(row.state)).length,
    version: versionOf(ask.lines),
    actions: AskAction.options.filter((action) => actions.has(action)),
    toAnswer: ask.lines.filter((row) => waitsFor(row.state) === 'consumer').length,
    isDue: ask.lines.some((row) => row.state === 'deferred' && (row.deferredUntil ?? today) <= today),
    since: (last?.askedAt ?? new Date(0)).toISOString(),
    askedById: last?.askedById ?? null,
  };
}

/** Of a hundred lines most may be answered alike, and are looked at once. */
function actionsOnAny(world: World, snapshot: WorkspaceSnapshot, ask: Described): Set<AskAction> {
  const asking = { consumer: ask.consumer.key, product: ask.product.key, askedByIds: askedBy(ask.lines) };
  const different = new Map(
    ask.lines.map((row) => {
      const { state, verdict, delegateKey, counteredById } = row;
      return [JSON.stringify([state, verdict, counterShape(row), delegateKey, counteredById]), row];
    }),
  );
  return new Set([...different.values()].flatMap((row) => actionsOn(world, snapshot, asking, row)));
}

function tell({ askedById, ...ask }: Summary, { whoIs, latest, lastSeen }: Told) {
  const newest = latest.get(ask.key) ?? 0;
  return { ...ask, askedBy: whoIs(askedById), latest: newest, isNew: newest > lastSeen(`ask ${ask.key}`) };
}
