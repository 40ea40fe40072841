import { type Box, outset, type Point, strokeEnters } from './box';

/**
 * Lines between cards run in right angles, leave and enter sideways at the row they mean, and go round boxes. Instead of
 * a search over a grid, a handful of shapes a person would draw is tried (straight over, along the gap, around the
 * outside, over or under what is in the way) and the cheapest is taken: crossing a box costs more than any detour.
 */
export type LineEnd = { readonly box: Box /** Height of the row, in flow coordinates. */; readonly y: number };
export type RoutedLine = { readonly points: readonly Point[]; readonly from: Side; readonly to: Side };
type Side = 'left' | 'right';
/** Whoever can tell which boxes overlap an area. */
type Boxes = { near(area: Box): readonly Box[] };

/** Room for a crow's foot before a line may turn. */
export const STUB = 30;
/** Between cards that stand closer than this no line is drawn; a crow's foot that is a little tight is still better than a way round. */
const GAP_MIN = 16;
const CLEARANCE = 14;
/** How much further than a stub a line to the same card reaches. */
const LOOP = 10;
const BEND_COST = 36;
const CROSSING_COST = 4000;
const GONE_ROUND_MAX = 8;

/** The line as it would run over free ground: to be seen until there is time for a better one. */
export function plainLine(from: LineEnd, to: LineEnd): RoutedLine {
  if (from.box === to.box) return loop(from, to);
  for (const sides of sidePairs(from, to)) for (const line of straightOver(from, to, sides)) return line;
  return loop(from, to);
}

/** The line's corners from end to end; the grid knows every box, the two ends among them. */
export function routeLine(from: LineEnd, to: LineEnd, boxes: Boxes): RoutedLine {
  if (from.box === to.box) return cheapest([loop(from, to), loop(from, to, 'left')], boxes)?.line ?? loop(from, to);
  const [natural, ...rest] = sidePairs(from, to);
  // Most lines are plain: what crosses nothing between facing sides is not compared with anything.
  const plain = cheapest(natural ? straightOver(from, to, natural) : [], boxes);
  if (plain && plain.cost < CROSSING_COST) return plain.line;
  const inTheWay = boxesInTheWay(plain?.line.points ?? [], from, to, boxes);
  const all = [natural, ...rest].flatMap((sides) =>
    sides ? [...straightOver(from, to, sides), ...aroundBoxes(from, to, sides, inTheWay)] : [],
  );
  return cheapest(all, boxes)?.line ?? { points: [], from: 'right', to: 'left' };
}

function cheapest(lines: readonly RoutedLine[], boxes: Boxes): { line: RoutedLine; cost: number } | null {
  let best: { line: RoutedLine; cost: number } | null = null;
  for (const line of lines) {
    const cost = costOf(line.points, boxes, best?.cost ?? Number.POSITIVE_INFINITY);
    if (best === null || cost < best.cost) best = { line, cost };
  }
  return best;
}

/** What the plain line would run through, and without one what lies around the ends: the boxes worth going round. */
function boxesInTheWay(points: readonly Point[], from: LineEnd, to: LineEnd, boxes: Boxes): Box[] {
  const found = new Set<Box>();
  points.forEach((end, index) => {
    const start = points[index - 1];
    if (start) for (const box of boxes.near(strokeBox(start, end, CLEARANCE))) found.add(box);
  });
  if (points.length === 0)
    for (const end of [from, to]) for (const box of boxes.near(outset(end.box, STUB + CLEARANCE))) found.add(box);
  found.delete(from.box);
  found.delete(to.box);
  return [...found].sort((a, b) => a.y - b.y || a.x - b.x).slice(0, GONE_ROUND_MAX);
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

function aroundBoxes(from: LineEnd, to: LineEnd, sides: SidePair, inTheWay: readonly Box[]): RoutedLine[] {
  const start = { x: edgeX(from, sides.from), y: from.y };
  const end = { x: edgeX(to, sides.to), y: to.y };
  const out = stubX(from, sides.from);
  const back = stubX(to, sides.to);
  return detours(from, to, inTheWay).map((y) => ({
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
  if (room < GAP_MIN - 2 * STUB) return [];
  return room <= 0 ? [(a + b) / 2] : [(a + b) / 2, a, b];
}

/** Heights at which a horizontal stroke passes over or under the ends and whatever is in the way. */
function detours(from: LineEnd, to: LineEnd, inTheWay: readonly Box[]): number[] {
  return [from.box, to.box, ...inTheWay].flatMap((box) => [box.y - CLEARANCE - 4, box.y + box.height + CLEARANCE + 4]);
}

function loop(from: LineEnd, to: LineEnd, side: Side = 'right'): RoutedLine {
  const x = stubX(from, side) + (side === 'right' ? LOOP : -LOOP);
  const start = { x: edgeX(from, side), y: from.y };
  const end = { x: edgeX(to, side), y: from.y === to.y ? to.y + 12 : to.y };
  return { points: [start, { x, y: start.y }, { x, y: end.y }, end], from: side, to: side };
}

/** Stops counting once it is dearer than what is known already. */
function costOf(points: readonly Point[], boxes: Boxes, costMax: number): number {
  let cost = Math.max(0, points.length - 2) * BEND_COST;
  points.forEach((to, index) => {
    const from = points[index - 1];
    if (from) cost += Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
  });
  for (let index = 1; index < points.length && cost < costMax; index++) {
    const from = points[index - 1];
    const to = points[index];
    if (!from || !to) continue;
    // The first and the last stroke touch their own card, so boxes are only swollen for the strokes between.
    const room = index > 1 && index < points.length - 1 ? CLEARANCE - 2 : 0;
    for (const box of boxes.near(strokeBox(from, to, room)))
      if (
        strokeEnters(from, to, outset(box, room)) &&
        (room === 0 || !isEndOf(points, box) || strokeEnters(from, to, box))
      )
        cost += CROSSING_COST;
  }
  return cost;
}

/** Cards that stand close leave a line no room to keep clear of its own two ends. */
function isEndOf(points: readonly Point[], box: Box): boolean {
  return isAtSide(points[0], box) || isAtSide(points[points.length - 1], box);
}

function isAtSide(end: Point | undefined, { x, y, width, height }: Box): boolean {
  return end !== undefined && (end.x === x || end.x === x + width) && end.y > y && end.y < y + height;
}

function strokeBox(from: Point, to: Point, room: number): Box {
  const x = Math.min(from.x, to.x);
  const y = Math.min(from.y, to.y);
  return outset({ x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }, Math.max(room, 0.5));
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
