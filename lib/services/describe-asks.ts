import type { Alignment, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexSnapshot } from '@/lib/catalog/surroundings';
import type { PlanNames } from '@/lib/engine/push/plan-names';
import type { Vocabulary } from '@/lib/model/vocabulary';
import { type AskGroup, type AskLine, groupAsks, titleOfAsk } from '@/lib/reviews/asks';

type Speaker = { names: PlanNames; vocabulary: Vocabulary };

/** Asks with what a reader needs to place them: who asks, of whom, and what in one line. */
export function describeAsks<L extends AskLine>(
  consumer: string,
  lines: readonly L[],
  snapshot: WorkspaceSnapshot,
  speaker: Speaker,
) {
  const ages = freshnessByProduct(lines);
  return groupAsks(consumer, lines).map((group) => ({
    ...headOfAsk(group, ages.get(group.product) ?? null, snapshot, speaker),
    lines: group.lines,
  }));
}

function headOfAsk(
  group: AskGroup<AskLine>,
  freshnessMinutes: number | null,
  snapshot: WorkspaceSnapshot,
  { names, vocabulary }: Speaker,
) {
  const { key, consumer, product, entity, state } = group;
  const label = entity === null ? names.product(product) : names.target(product, entity);
  return {
    key,
    consumer: { key: consumer, name: names.product(consumer), owner: names.team(consumer) },
    product: { key: product, name: names.product(product), alignment: alignmentOf(snapshot, product) },
    entity,
    title: titleOfAsk(label, group.lines, { freshnessMinutes, vocabulary }),
    team: names.team(product),
    state,
    covered: state === 'covered',
  };
}

function freshnessByProduct(lines: readonly AskLine[]): Map<string, number> {
  return new Map(
    lines.flatMap(({ kind, product, value, state }): [string, number][] =>
      kind === 'freshness' && typeof value === 'number' && state !== 'withdrawn' ? [[product, value]] : [],
    ),
  );
}

/** What was asked of a product that is gone by now is still shown; it stood upstream. */
function alignmentOf(snapshot: WorkspaceSnapshot, key: string): Alignment {
  return indexSnapshot(snapshot).products.get(key)?.alignment ?? 'aggregate';
}
