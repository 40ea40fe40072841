import type { Demand, EntityDemand } from '../demand/demand';
import type { AskedRow } from './asked-row';
import type { SharedAsk } from './shared-ask';

/**
 * What one consumer asks: what it needs of structure, as its demand has it, what everybody asks with it, and a row for
 * everything else. House rules demand nothing.
 */
export type Asked = { demand: Demand | null; shared: readonly SharedAsk[]; rows: readonly AskedRow[] };

/** The part of it that is asked of one product. */
export type AskedOf = Asked & { needed: readonly EntityDemand[] };

const known = new WeakMap<readonly AskedRow[], ReadonlyMap<string, AskedOf>>();

/** What is asked by the product it is asked of; the same parts for the same rows, so that they can be told apart by identity. */
export function askedByProduct({ demand, shared, rows }: Asked): ReadonlyMap<string, AskedOf> {
  const before = known.get(rows);
  if (before) return before;
  const made = new Map<string, Part>();
  const of = (product: string) => {
    const known = made.get(product);
    if (known) return known;
    const part: Part = { demand, needed: [], shared: [], rows: [] };
    made.set(product, part);
    return part;
  };
  for (const needed of demand?.order ?? NONE)
    if (needed.product !== demand?.consumer) of(needed.product).needed.push(needed);
  for (const ask of shared) of(ask.product).shared.push(ask);
  for (const row of rows) of(row.product).rows.push(row);
  const kept = new Map([...made].map(([product, part]) => [product, withoutRoom(part)]));
  known.set(rows, kept);
  return kept;
}

type Part = { demand: Demand | null; needed: EntityDemand[]; shared: SharedAsk[]; rows: AskedRow[] };

/** A list that has grown keeps room for sixteen more, and most of the hundreds of thousands that are kept hold one or two. */
function withoutRoom({ demand, needed, shared, rows }: Part): AskedOf {
  const exactly = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list.slice());
  return { demand, needed: exactly(needed), shared: exactly(shared), rows: exactly(rows) };
}

const NONE: readonly never[] = [];
