import { Graph, layout } from '@dagrejs/dagre';
import type { LineageEdge } from '@/lib/api/lineage';
import { compareText } from '@/lib/base/compare-text';
import type { Alignment } from '@/lib/catalog/snapshot';

export const CARD = { width: 256, height: 122 };
const PAD = 14;
const HEAD = 66;
const GAP_Y = 12;
const COLUMN_GAP = 72;
const LANE_GAP = 64;
/** Beyond this dagre takes seconds; names are order enough for a board nobody reads whole. */
const DAGRE_MAX = 400;

const LANES: readonly Alignment[] = ['source', 'aggregate', 'consumer'];

export type Lane = { alignment: Alignment; count: number; x: number; y: number; width: number; height: number };
export type LaneLayout = { lanes: Lane[]; positions: Map<string, { x: number; y: number }> };
type Placed = { key: string; name: string; alignment: Alignment };

/**
 * Three lanes side by side. Products of one lane that feed each other stand in columns of their own, by depth, so that
 * every line still runs from left to right. Within a column the order is dagre's, because few lines cross in it; the
 * same products and edges always give the same board.
 */
export function layoutLanes(products: readonly Placed[], edges: readonly LineageEdge[]): LaneLayout {
  const order = orderOf(products, edges);
  const depths = depthsInLane(products, edges);
  const positions = new Map<string, { x: number; y: number }>();
  const lanes: Lane[] = [];
  let x = 0;
  let tallest = 1;
  for (const alignment of LANES) {
    const mine = products
      .filter((product) => product.alignment === alignment)
      .sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0) || compareText(a.name, b.name));
    const columns = Math.max(1, ...mine.map((product) => (depths.get(product.key) ?? 0) + 1));
    const filled: number[] = Array.from({ length: columns }, () => 0);
    for (const { key } of mine) {
      const column = depths.get(key) ?? 0;
      const row = filled[column] ?? 0;
      filled[column] = row + 1;
      positions.set(key, {
        x: x + PAD + column * (CARD.width + COLUMN_GAP),
        y: HEAD + row * (CARD.height + GAP_Y),
      });
    }
    tallest = Math.max(tallest, ...filled);
    const width = columns * CARD.width + (columns - 1) * COLUMN_GAP + 2 * PAD;
    lanes.push({ alignment, count: mine.length, x, y: 0, width, height: 0 });
    x += width + LANE_GAP;
  }
  const height = HEAD + tallest * (CARD.height + GAP_Y) + PAD - GAP_Y;
  return { lanes: lanes.map((lane) => ({ ...lane, height })), positions };
}

/** The longest way to a product within its own lane; a loop, which the engine refuses anyway, ends the counting. */
function depthsInLane(products: readonly Placed[], edges: readonly LineageEdge[]): Map<string, number> {
  const alignment = new Map(products.map((product) => [product.key, product.alignment]));
  const inside = edges.filter((edge) => alignment.get(edge.from) === alignment.get(edge.to) && alignment.has(edge.to));
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

function orderOf(products: readonly Placed[], edges: readonly LineageEdge[]): Map<string, number> {
  if (products.length > DAGRE_MAX) return new Map();
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', ranker: 'tight-tree', nodesep: GAP_Y, ranksep: LANE_GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { key } of [...products].sort((a, b) => compareText(a.key, b.key))) graph.setNode(key, { ...CARD });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  return new Map(products.map(({ key }) => [key, Number(graph.node(key)?.y ?? 0)]));
}
