import type { Demand, EntityDemand } from '../demand/demand';
import type { AskedRow } from './asked-row';

/** What one consumer asks: what it needs of structure, as its demand has it, and a row for everything else. House rules demand nothing. */
export type Asked = { demand: Demand | null; rows: readonly AskedRow[] };

/** The part of it that is asked of one product. */
export type AskedOf = { demand: Demand | null; needed: readonly EntityDemand[]; rows: readonly AskedRow[] };

const known = new WeakMap<readonly AskedRow[], ReadonlyMap<string, AskedOf>>();

/** What is asked by the product it is asked of; the same parts for the same rows, so that they can be told apart by identity. */
export function askedByProduct({ demand, rows }: Asked): ReadonlyMap<string, AskedOf> {
  const before = known.get(rows);
  if (before) return before;
  const made = new Map<string, { demand: Demand | null; needed: EntityDemand[]; rows: AskedRow[] }>();
  const of = (product: string) => {
    const part = made.get(product) ?? { demand, needed: [], rows: [] };
    made.set(product, part);
    return part;
  };
  for (const ref of demand?.order ?? []) {
    const needed = demand?.entities.get(ref);
    if (needed && needed.product !== demand?.consumer) of(needed.product).needed.push(needed);
  }
  for (const row of rows) of(row.product).rows.push(row);
  known.set(rows, made);
  return made;
}
