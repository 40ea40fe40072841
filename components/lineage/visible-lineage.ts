import type { Lineage, LineageEdge, LineageProduct } from '@/lib/api/lineage';
import type { LineageState } from './lineage-state';
import { tracePath } from './trace';

export type ShownProduct = LineageProduct & {
  /** Neighbours that a filter keeps off the board. */
  hiddenUpstream: number;
  hiddenDownstream: number;
};
export type VisibleLineage = {
  products: ShownProduct[];
  edges: LineageEdge[];
  hidden: number;
};

/** True where more is asked of a product than it gives. */
export function isInTrouble(product: LineageProduct): boolean {
  return product.asks > 0 || product.chips.some((chip) => chip.verdict !== null && chip.verdict !== 'met');
}

/** What the filters leave on the board, and how much they keep off it. */
export function visibleLineage({ products, edges }: Lineage, state: LineageState): VisibleLineage {
  const path = state.isOnlyPath && state.select !== null ? tracePath(edges, state.select) : null;
  const kept = products.filter(
    (product) =>
      (state.domain === null || product.domain?.key === state.domain) &&
      (path === null || path.products.has(product.key)) &&
      (!state.isOnlyTrouble || isInTrouble(product)),
  );
  const keys = new Set(kept.map((product) => product.key));
  const count = (at: 'from' | 'to', other: 'from' | 'to') => {
    const hidden = new Map<string, number>();
    for (const edge of edges) {
      if (keys.has(edge[at]) && !keys.has(edge[other])) hidden.set(edge[at], (hidden.get(edge[at]) ?? 0) + 1);
    }
    return hidden;
  };
  const upstream = count('to', 'from');
  const downstream = count('from', 'to');
  return {
    products: kept.map((product) => ({
      ...product,
      hiddenUpstream: upstream.get(product.key) ?? 0,
      hiddenDownstream: downstream.get(product.key) ?? 0,
    })),
    edges: edges.filter((edge) => keys.has(edge.from) && keys.has(edge.to)),
    hidden: products.length - kept.length,
  };
}
