import type { LineageEdge } from '@/lib/api/lineage';

/** Everything a product is made from and everything made from it, itself included, at any depth. */
export function tracePath(edges: readonly LineageEdge[], start: string): Set<string> {
  const found = new Set([start]);
  const walk = (ahead: ReadonlyMap<string, string[]>) => {
    const waiting = [start];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      for (const next of ahead.get(key) ?? []) {
        if (found.has(next)) continue;
        found.add(next);
        waiting.push(next);
      }
    }
  };
  walk(neighbours(edges, 'from', 'to'));
  walk(neighbours(edges, 'to', 'from'));
  return found;
}

function neighbours(edges: readonly LineageEdge[], at: 'from' | 'to', other: 'from' | 'to'): Map<string, string[]> {
  const ahead = new Map<string, string[]>();
  for (const edge of edges) ahead.set(edge[at], [...(ahead.get(edge[at]) ?? []), edge[other]]);
  return ahead;
}
