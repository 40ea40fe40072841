import { ownerIn } from '@/lib/model/input-ref';
import { printPredicate } from '@/lib/sql/predicate';
import { type CauseSet, causesIn, type Demand } from '../demand/demand';
import { findPath, nameNode } from '../demand/find-path';
import type { Lineage } from '../lineage/lineage';
import type { Cause } from '../plan';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

/**
 * Rows that a consumer needs of others, and what nobody offers; its own product is not asked. The entities, attributes and
 * grains themselves are asked by its demand as it is, without a row for each.
 */
export function askStructure(lineage: Lineage, { demand, rows }: ConsumerDemand): AskedRow[] {
  const asked: AskedRow[] = [];
  for (const needed of demand.order) {
    const { ref, product, name } = needed;
    if (product === demand.consumer) continue;
    const filter = printPredicate(rows.get(ref) ?? null);
    if (filter === null) continue;
    const because = () => becauseOf(demand, ref, null, needed.causes);
    asked.push({
      consumer: demand.consumer,
      product,
      target: name,
      kind: 'rows',
      rule: null,
      role: null,
      value: filter,
      because,
    });
  }
  return [...asked, ...askGaps(lineage, demand)];
}

/** What a product offers already is not missing there, though the drawing does not take it from there yet. */
function askGaps(lineage: Lineage, demand: Demand): AskedRow[] {
  const wayTo = ({ wish, attribute }: Demand['gaps'][number], cause: number): string[] =>
    ownerIn(wish) === demand.consumer ? [nameNode(wish, attribute)] : findPath(demand, wish, attribute, cause);
  return demand.gaps.flatMap((gap): AskedRow[] => {
    const target = gap.attribute === null ? gap.entity : `${gap.entity}.${gap.attribute}`;
    const offered = lineage.entity(`${gap.product}.${gap.entity}`);
    const isOffered = gap.attribute === null ? offered?.derivation : offered?.attributes.get(gap.attribute)?.tree;
    const end = nameNode(`${gap.product}.${gap.entity}`, gap.attribute);
    const because = causesIn(gap.causes).map((cause) => ({
      ...nameCause(demand, cause),
      path: [...wayTo(gap, cause), end],
    }));
    const base = { consumer: demand.consumer, product: gap.product, target, rule: null, because, isGap: !isOffered };
    const role = gap.direct === 0n ? 'indirect' : 'direct';
    const keys = lineage.entity(gap.wish)?.grain ?? [];
    return [
      { ...base, kind: gap.attribute === null ? 'entity' : 'attribute', role, value: null },
      ...(gap.attribute === null && offered === null && keys.length > 0
        ? [{ ...base, kind: 'grain' as const, role: null, value: { keys } }]
        : []),
    ];
  });
}

/** Every cause of a need, each with one path. */
export function becauseOf(demand: Demand, ref: string, attribute: string | null, causes: CauseSet): Cause[] {
  return causesIn(causes).map((cause) => ({
    ...nameCause(demand, cause),
    path: findPath(demand, ref, attribute, cause),
  }));
}

export function nameCause(demand: Demand, cause: number): Omit<Cause, 'path'> {
  const { consumer, causes } = demand;
  const named = causes[cause];
  if (named?.kind === 'expectation') return { consumer, metric: null, expectation: named.name };
  return { consumer, metric: named?.name ?? null };
}
