import type { LineageEdge } from '@/lib/api/lineage';
import type { Alignment } from '@/lib/catalog/snapshot';

const LANES: readonly Alignment[] = ['source', 'aggregate', 'consumer'];

export type Placed = { key: string; name: string; alignment: Alignment; isIdle: boolean };
/** Which column each product stands in, counted over the whole board, and where each lane begins. */
export type Columns = {
  columnOf: Map<string, number>;
  lanes: { alignment: Alignment; first: number; count: number }[];
};

/**
 * Three lanes; products of one lane that feed each other stand in columns of their own, by depth, so that every line
 * runs from left to right.
 */
export function assignColumns(products: readonly Placed[], edges: readonly LineageEdge[]): Columns {
  const depths = depthsInLane(products, edges);
  const columnOf = new Map<string, number>();
  const lanes: Columns['lanes'] = [];
  let first = 0;
  for (const alignment of LANES) {
    const mine = products.filter((product) => product.alignment === alignment);
    const count = Math.max(1, ...mine.map(({ key }) => (depths.get(key) ?? 0) + 1));
    for (const { key } of mine) columnOf.set(key, first + (depths.get(key) ?? 0));
    lanes.push({ alignment, first, count });
    first += count;
  }
  return { columnOf, lanes };
}

/** The longest way to a product within its lane. A loop, which the engine refuses anyway, ends the counting. */
function depthsInLane(products: readonly Placed[], edges: readonly LineageEdge[]): Map<string, number> {
  const alignment = new Map(products.map((product) => [product.key, product.alignment]));
  const inside = edges.filter((edge) => alignment.has(edge.to) && alignment.get(edge.from) === alignment.get(edge.to));
  const depths = new Map(products.map((product) => [product.key, 0]));
  for (let round = 0; round < products.length; round++) {
    let isSettled = true;
    for (const { from, to } of inside) {
      const depth = (depths.get(from) ?? 0) + 1;
      if (depth <= (depths.get(to) ?? 0)) continue;
      depths.set(to, depth);
      isSettled = false;
    }
    if (isSettled) break;
  }
  return depths;
}
