import type { Point } from './box';

/** An SVG path along a polyline, its corners rounded as far as the shorter stroke allows. */
export function roundedPath(points: readonly Point[], radius = 8): string {
  const [first] = points;
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  points.forEach((corner, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before) return;
    if (!after) {
      path += `L${corner.x} ${corner.y}`;
      return;
    }
    const reach = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    const entry = towards(corner, before, reach);
    const exit = towards(corner, after, reach);
    path += `L${entry.x} ${entry.y}Q${corner.x} ${corner.y} ${exit.x} ${exit.y}`;
  });
  return path;
}

/** Below this no stroke has room for words of its own, and they stand over the middle of the whole line. */
const ROOM = 150;
/** On a line that runs down between two cards. */
const BESIDE_WIDTH = 92;

export type LabelPlace = Point & {
  /** Over the line, where it runs across; on it, where it runs down. */
  readonly isOver: boolean;
  /** How wide the words may be before they would cover a card. */
  readonly widthMax: number;
};

/** Where a line's words stand: at its longest stroke, or over its middle when all strokes are short. */
export function labelPlace(points: readonly Point[]): LabelPlace {
  const [start = { x: 0, y: 0 }] = points;
  const end = points.at(-1) ?? start;
  let longest: { from: Point; to: Point } = { from: start, to: start };
  points.forEach((to, index) => {
    const from = points[index - 1];
    if (from && distance(from, to) > distance(longest.from, longest.to)) longest = { from, to };
  });
  const { from, to } = longest;
  if (distance(from, to) < ROOM)
    return {
      x: (start.x + end.x) / 2,
      y: Math.min(start.y, end.y),
      isOver: true,
      widthMax: Math.max(72, Math.abs(end.x - start.x) - 6),
    };
  const isAcross = from.y === to.y;
  return {
    x: (from.x + to.x) / 2,
    y: (from.y + to.y) / 2,
    isOver: isAcross,
    widthMax: isAcross ? Math.abs(to.x - from.x) - 6 : BESIDE_WIDTH,
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}
