import type { Box, Point } from './box';
import { BoxGrid } from './box-grid';
import { type LineEnd, type RoutedLine, routeLine } from './route-line';

export type LineToRoute = { readonly id: string; readonly from: LineEnd; readonly to: LineEnd };

const LANE = 12;

/**
 * Routes many lines at once. Lines whose vertical strokes would lie on each other are moved into lanes side by side, in
 * the order of their ids, so that the same model always gives the same picture.
 */
export function routeLines(lines: readonly LineToRoute[], boxes: readonly Box[]): Map<string, RoutedLine> {
  const grid = new BoxGrid(boxes);
  const taken: Stroke[] = [];
  const routed = new Map<string, RoutedLine>();
  for (const line of [...lines].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)))
    routed.set(line.id, intoLanes(routeLine(line.from, line.to, grid), taken));
  return routed;
}

type Stroke = { x: number; top: number; bottom: number };

/** Only the inner vertical strokes may move: the first and the last belong to a row. */
function intoLanes(line: RoutedLine, taken: Stroke[]): RoutedLine {
  const points: Point[] = [...line.points];
  for (let index = 1; index < points.length - 2; index++) {
    const from = points[index];
    const to = points[index + 1];
    if (!from || !to || from.x !== to.x) continue;
    const top = Math.min(from.y, to.y);
    const bottom = Math.max(from.y, to.y);
    const x = freeLane({ x: from.x, top, bottom }, taken);
    points[index] = { x, y: from.y };
    points[index + 1] = { x, y: to.y };
    taken.push({ x, top, bottom });
  }
  return { ...line, points };
}

/** The wished lane, else the nearest free one, alternating outwards; after four on each side overlap is accepted. */
function freeLane(wish: Stroke, taken: readonly Stroke[]): number {
  for (const step of [0, 1, -1, 2, -2, 3, -3, 4, -4]) {
    const x = wish.x + step * LANE;
    const isBlocked = taken.some(
      (other) => Math.abs(other.x - x) < LANE - 1 && other.top < wish.bottom + 6 && wish.top < other.bottom + 6,
    );
    if (!isBlocked) return x;
  }
  return wish.x;
}
