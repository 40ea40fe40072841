import { groupBy } from '@/lib/base/group-by';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { planNames } from '@/lib/engine/push/plan-names';
import { AskAction } from '@/lib/reviews/ask-action';
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
export type AskSummary = ReturnType<typeof summarise>;

/** Requirements as the asks they make, each in one line of a list. */
export function summariseAsks(
  world: World,
  snapshot: WorkspaceSnapshot,
  rows: readonly RequirementHead[],
  told: Told,
): AskSummary[] {
  const speaker = { names: planNames(snapshot), vocabulary: vocabularyOf(world.actor) };
  const today = world.now().toISOString().slice(0, 10);
  return [...groupBy(rows, (row) => row.consumer)].flatMap(([consumer, lines]) =>
    describeAsks(consumer, lines, snapshot, speaker).map((ask) => summarise(world, snapshot, ask, { ...told, today })),
  );
}

function summarise(
  world: World,
  snapshot: WorkspaceSnapshot,
  ask: Described,
  { whoIs, latest, lastSeen, today }: Told & { today: string },
) {
  const last = lastAsked(ask.lines);
  const asking = { consumer: ask.consumer.key, product: ask.product.key, askedByIds: askedBy(ask.lines) };
  const actions = ask.lines.map((row) => actionsOn(world, snapshot, asking, row));
  return {
    ...ask,
    lines: ask.lines.length,
    open: ask.lines.filter((row) => isOpen(row.state)).length,
    version: versionOf(ask.lines),
    actions: AskAction.options.filter((action) => actions.some((some) => some.includes(action))),
    toAnswer: ask.lines.filter((row) => waitsFor(row.state) === 'consumer').length,
    isDue: ask.lines.some((row) => row.state === 'deferred' && (row.deferredUntil ?? today) <= today),
    since: (last?.askedAt ?? new Date(0)).toISOString(),
    askedBy: whoIs(last?.askedById ?? null),
    latest: latest.get(ask.key) ?? 0,
    isNew: (latest.get(ask.key) ?? 0) > lastSeen(`ask ${ask.key}`),
  };
}
