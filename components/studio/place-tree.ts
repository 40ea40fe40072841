import { Graph, layout } from '@dagrejs/dagre';
import type { RecordId } from '@/lib/model/records';
import type { MetricTree, TreeLink } from './metric-tree';

export type Place = { readonly x: number; readonly y: number };
export type PlacedTree = {
  readonly places: ReadonlyMap<RecordId, Place>;
  /** Each link's way from the metric that is moved to what moves or cuts it, round the cards between. */
  readonly routes: ReadonlyMap<string, readonly Place[]>;
  readonly width: number;
  readonly height: number;
};

const GAP = { x: 64, y: 18 };
const MARGIN = 24;
const ALONE_GAP = 40;

const ORIGIN: Place = { x: 0, y: 0 };

export function linkKey({ from, to }: TreeLink): string {
  return `${from} ${to}`;
}

type Size = { width: number; height: number };

/** Left what is wanted, right what moves or cuts it; metrics that are linked to nothing stand in rows below. */
export function placeTree({ links, cuts, alone }: MetricTree, card: Size, cutCard: Size): PlacedTree {
  const sizeOf = (id: RecordId) => (cuts.has(id) ? cutCard : card);
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', ranker: 'tight-tree', nodesep: GAP.y, ranksep: GAP.x });
  graph.setDefaultEdgeLabel(() => ({}));
  const ids = [...new Set(links.flatMap(({ from, to }) => [to, from]))];
  for (const id of ids) graph.setNode(id, { ...sizeOf(id) });
  for (const { from, to } of links) graph.setEdge(to, from);
  if (ids.length > 0) layout(graph);

  const places = new Map<RecordId, { x: number; y: number }>();
  for (const id of ids) {
    const { x, y } = graph.node(id);
    const { height } = sizeOf(id);
    // What stands in one column begins at one edge, however wide it is.
    places.set(id, { x: MARGIN + x - card.width / 2, y: MARGIN + y - height / 2 });
  }
  const routes = new Map(
    links.map((link) => {
      const start = places.get(link.to) ?? ORIGIN;
      const end = places.get(link.from) ?? ORIGIN;
      const between: Place[] = graph.edge(link.to, link.from).points.slice(1, -1);
      return [
        linkKey(link),
        [
          { x: start.x + card.width, y: start.y + card.height / 2 },
          ...(between.length > 1 ? between.map(({ x, y }) => ({ x: x + MARGIN, y: y + MARGIN })) : []),
          { x: end.x, y: end.y + sizeOf(link.from).height / 2 },
        ],
      ] as const;
    }),
  );
  const bottom = Math.max(MARGIN, ...[...places].map(([id, { y }]) => y + sizeOf(id).height));
  const right = Math.max(3 * (card.width + GAP.y), ...[...places.values()].map(({ x }) => x + card.width));
  const perRow = Math.max(1, Math.floor((right - MARGIN) / (card.width + GAP.y)));
  alone.forEach((id, index) => {
    places.set(id, {
      x: MARGIN + (index % perRow) * (card.width + GAP.y),
      y: (ids.length > 0 ? bottom + ALONE_GAP : MARGIN) + Math.floor(index / perRow) * (card.height + GAP.y),
    });
  });
  const all = [...places.values()];
  return {
    places,
    routes,
    width: Math.max(0, ...all.map(({ x }) => x + card.width)) + MARGIN,
    height: Math.max(0, ...all.map(({ y }) => y + card.height)) + MARGIN,
  };
}
