import type { LineageEdge } from '@/lib/api/lineage';
import { edgeId } from './lineage-state';

export type Path = { products: Set<string>; edges: Set<string> };

/**
 * Everything a product is made from and everything made from it, at any depth, itself included; and the lines that lead
 * there. A line from one of its sources past it to one of its readers is not on its path.
 */
export function tracePath(edges: readonly LineageEdge[], start: string): Path {
  const up = stepsFrom(edges, start, 'up');
  const down = stepsFrom(edges, start, 'down');
  const leadsOn = (steps: ReadonlyMap<string, number>, { from, to }: LineageEdge) => steps.has(from) && steps.has(to);
  return {
    products: new Set([...up.keys(), ...down.keys()]),
    edges: new Set(edges.filter((edge) => leadsOn(up, edge) || leadsOn(down, edge)).map(edgeId)),
  };
}

/** Everything on one side of a product with how many steps away it is at least, the product itself at none. */
export function stepsFrom(edges: readonly LineageEdge[], start: string, side: 'up' | 'down'): Map<string, number> {
  const [at, other] = side === 'up' ? (['to', 'from'] as const) : (['from', 'to'] as const);
  const ahead = new Map<string, LineageEdge[]>();
  for (const edge of edges) {
    const known = ahead.get(edge[at]);
    if (known) known.push(edge);
    else ahead.set(edge[at], [edge]);
  }
  const steps = new Map([[start, 0]]);
  for (const [key, step] of steps)
    for (const edge of ahead.get(key) ?? []) if (!steps.has(edge[other])) steps.set(edge[other], step + 1);
  return steps;
}
