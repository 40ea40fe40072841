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

/** Below this no stroke has room for words of its own, and they stand in the middle of the whole line. */
const ROOM = 150;

/** Where a line's label stands: in the middle of its longest stroke, or of the line when all strokes are short. */
export function labelPoint(points: readonly Point[]): Point {
  let best: Point = points[0] ?? { x: 0, y: 0 };
  let longest = -1;
  points.forEach((to, index) => {
    const from = points[index - 1];
    if (!from || distance(from, to) <= longest) return;
    longest = distance(from, to);
    best = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  });
  const [start] = points;
  const end = points.at(-1);
  if (longest >= ROOM || !start || !end) return best;
  return { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}
