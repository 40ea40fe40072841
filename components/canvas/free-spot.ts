import { type Box, overlaps, type Point } from './box';

/** Beside each other lines must be able to leave and arrive between two cards; one over the other takes less. */
const ACROSS = 64;
const DOWN = 20;

/** The wished place, or the nearest free one found by walking outwards in a square spiral; never on another card. */
export function freeSpot(wish: Point, size: { width: number; height: number }, taken: readonly Box[]): Point {
  const step = 48;
  for (let ring = 0; ring < 60; ring++) {
    for (const [column, row] of ringOf(ring)) {
      const at = { x: Math.round(wish.x + column * step), y: Math.round(wish.y + row * step) };
      const room = { x: at.x - ACROSS, y: at.y - DOWN, width: size.width + 2 * ACROSS, height: size.height + 2 * DOWN };
      if (!taken.some((other) => overlaps(room, other))) return at;
    }
  }
  return wish;
}

/** Down and to the right come first: that is where people look for what they just added. */
function ringOf(ring: number): [number, number][] {
  if (ring === 0) return [[0, 0]];
  const cells: [number, number][] = [];
  for (let at = -ring; at <= ring; at++) cells.push([at, ring], [ring, at], [at, -ring], [-ring, at]);
  return cells;
}
