import type { FieldTrace, Lineage, LineageEdge, LineageProduct } from '@/lib/api/lineage';
import { edgeId, type LineageState } from './lineage-state';
import { stepsFrom } from './trace';

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

/** What the filters leave on the board, and how much they keep off it; of a field only its path. */
export function visibleLineage(
  { products, edges: all }: Lineage,
  state: LineageState,
  trace: FieldTrace | null = null,
): VisibleLineage {
  const near = trace === null ? reached(all, state) : new Set(trace.fields.map(({ product }) => product));
  const opened = openedKeys(all, state);
  const kept = products.filter(
    (product) =>
      opened.has(product.key) ||
      ((state.domain === null || product.domain?.key === state.domain) &&
        (near === null || near.has(product.key)) &&
        (!state.isOnlyTrouble || isInTrouble(product))),
  );
  const onPath = trace && new Set(trace.edges.map(edgeId));
  const edges = onPath === null ? all : all.filter((edge) => onPath.has(edgeId(edge)) || opened.size > 0);
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

/** What is within reach of the chosen product; null where nothing keeps anything off. */
function reached(edges: readonly LineageEdge[], { select, reach }: LineageState): Set<string> | null {
  if (select === null || reach === 'all') return null;
  const isNear = ([, steps]: [string, number]) => reach === 'path' || steps <= reach;
  const sides = [...stepsFrom(edges, select, 'up'), ...stepsFrom(edges, select, 'down')];
  return new Set(sides.filter(isNear).map(([key]) => key));
}

function openedKeys(edges: readonly LineageEdge[], { opened }: LineageState): Set<string> {
  return new Set(
    opened.flatMap(({ product, side }) =>
      edges.flatMap(({ from, to }) => (side === 'up' ? (to === product ? [from] : []) : from === product ? [to] : [])),
    ),
  );
}
