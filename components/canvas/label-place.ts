import type { Point } from './box';

/** Below this no stroke has room for words of its own, and they stand over the middle of the whole line. */
const ROOM = 150;
/** On a line that runs down between two cards. */
const BESIDE_WIDTH = 92;
const BESIDE_GAP = 4;

export type LabelPlace = Point & {
  /** Over the line, where it runs across; on it, where it runs down. */
  readonly isOver: boolean;
  /** Which part of the words stands there: those beside a loop begin or end at it, or they would lie under its card. */
  readonly anchor: 'start' | 'middle' | 'end';
  /** How wide the words may be before they would cover a card. */
  readonly widthMax: number;
};

/**
 * Where a line's words stand: at its longest stroke, or over its middle when all strokes are short; outside of a line that
 * turns back, at the height it leaves at, because no two that lie in each other leave at the same.
 */
export function labelPlace(points: readonly Point[]): LabelPlace {
  const [start = { x: 0, y: 0 }] = points;
  const end = points.at(-1) ?? start;
  let longest: { from: Point; to: Point } = { from: start, to: start };
  points.forEach((to, index) => {
    const from = points[index - 1];
    if (from && distance(from, to) > distance(longest.from, longest.to)) longest = { from, to };
  });
  const { from, to } = longest;
  const isShort = distance(from, to) < ROOM;
  const [corner, last] = [points[1] ?? end, points.at(-2) ?? start];
  const [leaves, arrives] = [Math.sign(corner.x - start.x), Math.sign(end.x - last.x)];
  if (leaves !== arrives || (isShort && leaves !== Math.sign(end.x - start.x)))
    return {
      x: corner.x + leaves * BESIDE_GAP,
      y: start.y,
      isOver: false,
      anchor: leaves < 0 ? 'end' : 'start',
      widthMax: BESIDE_WIDTH,
    };
  if (isShort)
    return {
      x: (start.x + end.x) / 2,
      y: Math.min(start.y, end.y),
      isOver: true,
      anchor: 'middle',
      widthMax: Math.max(72, Math.abs(end.x - start.x) - 6),
    };
  const isAcross = from.y === to.y;
  return {
    x: (from.x + to.x) / 2,
    y: (from.y + to.y) / 2,
    isOver: isAcross,
    anchor: 'middle',
    widthMax: isAcross ? Math.abs(to.x - from.x) - 6 : BESIDE_WIDTH,
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
