import { ownerIn } from '@/lib/model/input-ref';
import { printPredicate } from '@/lib/sql/predicate';
import { type CauseSet, causesIn, type Demand } from '../demand/demand';
import { findPath, nameNode } from '../demand/find-path';
import type { Lineage } from '../lineage/lineage';
import type { Cause } from '../plan';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

/** Entities, attributes, grain and rows that a consumer needs of others; its own product is not asked. */
export function askStructure(lineage: Lineage, { demand, rows }: ConsumerDemand): AskedRow[] {
  const asked: AskedRow[] = [];
  for (const ref of demand.order) {
    const needed = demand.entities.get(ref);
    if (!needed || needed.product === demand.consumer) continue;
    const { product, name, entity } = needed;
    const because = () => becauseOf(demand, ref, null, needed.causes);
    const { consumer } = demand;
    const role = needed.direct === 0n ? 'indirect' : 'direct';
    const isGap = !entity?.derivation;
    asked.push({ consumer, product, target: name, kind: 'entity', rule: null, role, value: null, isGap, because });
    for (const attribute of needed.attributes.values())
      asked.push({
        consumer,
        product,
        target: `${name}.${attribute.name}`,
        kind: 'attribute',
        rule: null,
        role: attribute.direct === 0n ? 'indirect' : 'direct',
        value: null,
        isGap: !entity?.attributes.get(attribute.name)?.tree,
        because: () => becauseOf(demand, ref, attribute.name, attribute.causes),
      });
    const row = { consumer, product, target: name, rule: null, role: null, because };
    if (entity && entity.grain.length > 0) asked.push({ ...row, kind: 'grain', value: { keys: entity.grain } });
    const filter = printPredicate(rows.get(ref) ?? null);
    if (filter !== null) asked.push({ ...row, kind: 'rows', value: filter });
  }
  return [...asked, ...askGaps(lineage, demand)];
}

/** What a product offers already is not missing there, though the drawing does not take it from there yet. */
function askGaps(lineage: Lineage, demand: Demand): AskedRow[] {
  const wayTo = ({ wish, attribute }: Demand['gaps'][number], cause: number): string[] =>
    ownerIn(wish) === demand.consumer ? [nameNode(wish, attribute)] : findPath(demand, wish, attribute, cause);
  return demand.gaps.map((gap) => {
    const target = gap.attribute === null ? gap.entity : `${gap.entity}.${gap.attribute}`;
    const offered = lineage.entity(`${gap.product}.${gap.entity}`);
    const isOffered = gap.attribute === null ? offered?.derivation : offered?.attributes.get(gap.attribute)?.tree;
    const end = nameNode(`${gap.product}.${gap.entity}`, gap.attribute);
    return {
      consumer: demand.consumer,
      product: gap.product,
      target,
      kind: gap.attribute === null ? 'entity' : 'attribute',
      rule: null,
      role: gap.direct === 0n ? 'indirect' : 'direct',
      value: null,
      isGap: !isOffered,
      because: causesIn(gap.causes).map((cause) => ({
        ...nameCause(demand, cause),
        path: [...wayTo(gap, cause), end],
      })),
    };
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
