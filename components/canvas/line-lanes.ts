import type { Point } from './box';
import type { RoutedLine } from './route-line';

const LANE = 12;
const CLEARANCE = 6;

type Stroke = { x: number; top: number; bottom: number };

/**
 * Moves lines whose vertical strokes would lie on each other into lanes side by side, in the order of their ids. Only the
 * inner strokes may move: the first and the last belong to a row.
 */
export function intoLanes(lines: Iterable<readonly [id: string, line: RoutedLine]>): Map<string, RoutedLine> {
  const lanes = new Lanes();
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new Map(sorted.map(([id, line]) => [id, besideOthers(line, lanes)]));
}

function besideOthers(line: RoutedLine, lanes: Lanes): RoutedLine {
  const points: Point[] = [...line.points];
  for (let index = 1; index < points.length - 2; index++) {
    const from = points[index];
    const to = points[index + 1];
    if (!from || !to || from.x !== to.x) continue;
    const top = Math.min(from.y, to.y);
    const bottom = Math.max(from.y, to.y);
    const x = lanes.take({ x: from.x, top, bottom });
    points[index] = { x, y: from.y };
    points[index + 1] = { x, y: to.y };
  }
  return { ...line, points };
}

/** What is taken, by columns one lane wide: only a stroke's own and the two beside it can be in its way. */
class Lanes {
  private readonly columns = new Map<number, Stroke[]>();

  /** The wished lane, else the nearest free one, alternating outwards; after four on each side overlap is accepted. */
  take(wish: Stroke): number {
    const free = [0, 1, -1, 2, -2, 3, -3, 4, -4].find((step) => this.isFree({ ...wish, x: wish.x + step * LANE }));
    const x = wish.x + (free ?? 0) * LANE;
    const column = Math.floor(x / LANE);
    const there = this.columns.get(column);
    if (there) there.push({ ...wish, x });
    else this.columns.set(column, [{ ...wish, x }]);
    return x;
  }

  private isFree(stroke: Stroke): boolean {
    const column = Math.floor(stroke.x / LANE);
    return [column - 1, column, column + 1].every((at) =>
      (this.columns.get(at) ?? []).every(
        (other) =>
          Math.abs(other.x - stroke.x) >= LANE - 1 ||
          other.top >= stroke.bottom + CLEARANCE ||
          stroke.top >= other.bottom + CLEARANCE,
      ),
    );
  }
}
