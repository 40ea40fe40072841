import { type Box, outset, type Point, strokeEnters } from './box';

/**
 * Lines between cards run in right angles, leave and enter sideways at the row they mean, and go round boxes. Instead of
 * a search over a grid, a handful of shapes a person would draw is tried (straight over, along the gap, around the
 * outside, over or under what is in the way) and the cheapest is taken: crossing a box costs more than any detour.
 */
export type LineEnd = { readonly box: Box /** Height of the row, in flow coordinates. */; readonly y: number };
export type RoutedLine = { readonly points: readonly Point[]; readonly from: Side; readonly to: Side };
export type Side = 'left' | 'right';

/** Room for a crow's foot before a line may turn. */
export const STUB = 30;
const CLEARANCE = 14;
const BEND_COST = 36;
const CROSSING_COST = 4000;

/** The line's corners from end to end. `others` are the boxes in the way, without the two ends. */
export function routeLine(from: LineEnd, to: LineEnd, others: readonly Box[]): RoutedLine {
  if (from.box === to.box) return loop(from, to);
  const obstacles = [...others, from.box, to.box];
  const [natural, ...rest] = sidePairs(from, to);
  // Most lines are plain: what crosses nothing between facing sides is not compared with anything.
  const plain = cheapest(natural ? straightOver(from, to, natural) : [], obstacles);
  if (plain && plain.cost < CROSSING_COST) return plain.line;
  const all = [natural, ...rest].flatMap((sides) =>
    sides ? [...straightOver(from, to, sides), ...aroundBoxes(from, to, sides, others)] : [],
  );
  return cheapest(all, obstacles)?.line ?? { points: [], from: 'right', to: 'left' };
}

function cheapest(lines: readonly RoutedLine[], obstacles: readonly Box[]): { line: RoutedLine; cost: number } | null {
  let best: { line: RoutedLine; cost: number } | null = null;
  for (const line of lines) {
    const cost = costOf(line.points, obstacles);
    if (best === null || cost < best.cost) best = { line, cost };
  }
  return best;
}

type SidePair = { from: Side; to: Side };

/** The natural pair first, so that equal costs keep the expected picture. */
function sidePairs(from: LineEnd, to: LineEnd): SidePair[] {
  const isTargetRight = to.box.x + to.box.width / 2 >= from.box.x + from.box.width / 2;
  const natural: SidePair = isTargetRight ? { from: 'right', to: 'left' } : { from: 'left', to: 'right' };
  return [
    natural,
    { from: 'right', to: 'right' },
    { from: 'left', to: 'left' },
    { from: natural.to, to: natural.from },
  ];
}

function edgeX(end: LineEnd, side: Side): number {
  return side === 'left' ? end.box.x : end.box.x + end.box.width;
}

function stubX(end: LineEnd, side: Side): number {
  return side === 'left' ? end.box.x - STUB : end.box.x + end.box.width + STUB;
}

function straightOver(from: LineEnd, to: LineEnd, sides: SidePair): RoutedLine[] {
  const start = { x: edgeX(from, sides.from), y: from.y };
  const end = { x: edgeX(to, sides.to), y: to.y };
  return channels(from, to, sides).map((x) => ({
    points: straighten([start, { x, y: start.y }, { x, y: end.y }, end]),
    ...sides,
  }));
}

function aroundBoxes(from: LineEnd, to: LineEnd, sides: SidePair, others: readonly Box[]): RoutedLine[] {
  const start = { x: edgeX(from, sides.from), y: from.y };
  const end = { x: edgeX(to, sides.to), y: to.y };
  const out = stubX(from, sides.from);
  const back = stubX(to, sides.to);
  return detours(from, to, others).map((y) => ({
    points: straighten([start, { x: out, y: start.y }, { x: out, y }, { x: back, y }, { x: back, y: end.y }, end]),
    ...sides,
  }));
}

/** Where the one vertical stroke may stand so that both ends leave outwards. */
function channels(from: LineEnd, to: LineEnd, sides: SidePair): number[] {
  const a = stubX(from, sides.from);
  const b = stubX(to, sides.to);
  if (sides.from === sides.to) return [sides.from === 'right' ? Math.max(a, b) : Math.min(a, b)];
  const room = sides.from === 'right' ? b - a : a - b;
  if (room < -STUB) return [];
  return room <= 0 ? [(a + b) / 2] : [(a + b) / 2, a, b];
}

/** Heights at which a horizontal stroke passes over or under the ends and whatever stands between them. */
function detours(from: LineEnd, to: LineEnd, others: readonly Box[]): number[] {
  const left = Math.min(from.box.x, to.box.x) - STUB;
  const right = Math.max(from.box.x + from.box.width, to.box.x + to.box.width) + STUB;
  const top = Math.min(from.box.y, to.box.y) - 240;
  const bottom = Math.max(from.box.y + from.box.height, to.box.y + to.box.height) + 240;
  const inTheWay = others.filter((box) => strokeEnters({ x: left, y: top }, { x: right, y: bottom }, box)).slice(0, 8);
  return [from.box, to.box, ...inTheWay].flatMap((box) => [box.y - CLEARANCE - 4, box.y + box.height + CLEARANCE + 4]);
}

function loop(from: LineEnd, to: LineEnd): RoutedLine {
  const x = stubX(from, 'right') + 10;
  const start = { x: edgeX(from, 'right'), y: from.y };
  const end = { x: edgeX(to, 'right'), y: from.y === to.y ? to.y + 12 : to.y };
  return { points: [start, { x, y: start.y }, { x, y: end.y }, end], from: 'right', to: 'right' };
}

function costOf(points: readonly Point[], obstacles: readonly Box[]): number {
  let cost = Math.max(0, points.length - 2) * BEND_COST;
  points.forEach((to, index) => {
    const from = points[index - 1];
    if (!from) return;
    cost += Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
    // The first and the last stroke touch their own card, so boxes are only swollen for the strokes between.
    const isInner = index > 1 && index < points.length - 1;
    for (const box of obstacles)
      if (strokeEnters(from, to, isInner ? outset(box, CLEARANCE - 2) : box)) cost += CROSSING_COST;
  });
  return cost;
}

/** Drops corners that do not turn. */
function straighten(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before || !after) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}
