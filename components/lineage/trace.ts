import type { LineageEdge } from '@/lib/api/lineage';
import { edgeId } from './lineage-state';

export type Path = { products: Set<string>; edges: Set<string> };

/**
 * Everything a product is made from and everything made from it, at any depth, itself included; and the lines that lead
 * there. A line from one of its sources past it to one of its readers is not on its path.
 */
export function tracePath(edges: readonly LineageEdge[], start: string): Path {
  const path: Path = { products: new Set([start]), edges: new Set() };
  follow(edges, start, 'to', 'from', path);
  follow(edges, start, 'from', 'to', path);
  return path;
}

function follow(edges: readonly LineageEdge[], start: string, at: 'from' | 'to', other: 'from' | 'to', path: Path) {
  const ahead = new Map<string, LineageEdge[]>();
  for (const edge of edges) {
    const known = ahead.get(edge[at]);
    if (known) known.push(edge);
    else ahead.set(edge[at], [edge]);
  }
  const seen = new Set([start]);
  const waiting = [start];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const edge of ahead.get(key) ?? []) {
      path.edges.add(edgeId(edge));
      path.products.add(edge[other]);
      if (seen.has(edge[other])) continue;
      seen.add(edge[other]);
      waiting.push(edge[other]);
    }
  }
}
