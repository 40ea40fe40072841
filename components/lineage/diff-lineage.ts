import type { DiffMark } from '@/lib/api/diff-marks';
import type { Lineage } from '@/lib/api/lineage';

/**
 * The part of the lineage a difference is about: whatever changes, who reads it, and the ways among them. A reading that
 * only comes with the change has a line too.
 */
export function diffLineage(lineage: Lineage, marks: readonly DiffMark[]): Lineage {
  const keys = new Set(marks.flatMap(({ product, reader }) => (reader === null ? [product] : [product, reader])));
  const edges = lineage.edges.filter(({ from, to }) => keys.has(from) && keys.has(to));
  const known = new Set(edges.map(({ from, to }) => `${from}~${to}`));
  const products = lineage.products.filter(({ key }) => keys.has(key));
  const drawn = new Set(products.map(({ key }) => key));
  for (const { product: from, reader: to } of marks) {
    if (to === null || known.has(`${from}~${to}`) || !drawn.has(from) || !drawn.has(to)) continue;
    known.add(`${from}~${to}`);
    edges.push({ from, to, verdict: null, slackMinutes: null, age: null, entities: [], attributes: 0 });
  }
  return { products, edges, loop: null };
}
