import type { CompiledEntity, Lineage } from '../lineage/lineage';
import type { Placement } from '../plan';
import { carryKey } from './carry-keys';
import type { Demand } from './demand';
import { keepsRows } from './keeps-rows';

type Key = { entity: CompiledEntity; key: readonly string[] };
export type PlacedReference = { many: Key; one: Key; strength: Placement['strength'] };

/**
 * The left-most product that holds both sides of a reference: both keys are followed upstream for as long as they are
 * copied from one input. Checked there it says enough only if no row of the "one" side is lost on the way down: it is
 * exact where the "many" side keeps its rows too and sufficient where that has more. Where rows of the "one" side may be
 * lost it is an early warning, asked when there is nothing better. Null when the two never meet upstream.
 */
export function placeReference(lineage: Lineage, demand: Demand, many: Key, one: Key): PlacedReference | null {
  const ones = chainOf(lineage, demand, one);
  let warning: PlacedReference | null = null;
  for (const at of chainOf(lineage, demand, many).reverse()) {
    if (at.entity.product === demand.consumer) continue;
    for (const end of ones) {
      const isItself = end.entity.ref === at.entity.ref && end.key.join() === at.key.join();
      if (end.entity.product !== at.entity.product || isItself) continue;
      if (end.keepsAll) return { many: at, one: end, strength: at.isSame ? 'exact' : 'sufficient' };
      if (at.isSame) warning ??= { many: at, one: end, strength: 'necessary' };
    }
  }
  return warning;
}

/** `keepsAll`: no row was lost from there to the start. `isSame`: neither lost nor multiplied. */
type Link = Key & { keepsAll: boolean; isSame: boolean };

function chainOf(lineage: Lineage, demand: Demand, start: Key): Link[] {
  const links: Link[] = [];
  for (
    let at: Link | null = { ...start, keepsAll: true, isSame: true };
    at !== null;
    at = linkAfter(lineage, demand, at)
  )
    links.push(at);
  return links;
}

function linkAfter(lineage: Lineage, demand: Demand, at: Link): Link | null {
  const { derivation } = at.entity;
  const next = carryKey(lineage, at.entity, at.key);
  const needed = demand.entities.get(at.entity.ref);
  if (!derivation || !next || !needed || !demand.entities.has(next.entity.ref)) return null;
  const isFrom = next.input.join === 'from';
  const loses = derivation.where !== null || needed.liveInputs.some(({ input }) => input.join === 'inner');
  const isSame = at.isSame && isFrom && keepsRows(derivation, needed.liveInputs);
  return { entity: next.entity, key: next.key, keepsAll: at.keepsAll && isFrom && !loses, isSame };
}
