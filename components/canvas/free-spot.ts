import { type Box, overlaps, type Point } from './box';

/** Beside each other lines must be able to leave and arrive between two cards; one over the other takes less. */
const ACROSS = 64;
const DOWN = 20;
/** A card is wider than it is high: beside one is as near as below it. */
const STEP = { x: 80, y: 48 };

/** The wished place, or the nearest free one found by walking outwards in a square spiral; never on another card. */
export function freeSpot(wish: Point, size: { width: number; height: number }, taken: readonly Box[]): Point {
  for (let ring = 0; ring < 60; ring++) {
    for (const [column, row] of ringOf(ring)) {
      const at = { x: Math.round(wish.x + column * STEP.x), y: Math.round(wish.y + row * STEP.y) };
      const room = { x: at.x - ACROSS, y: at.y - DOWN, width: size.width + 2 * ACROSS, height: size.height + 2 * DOWN };
      if (!taken.some((other) => overlaps(room, other))) return at;
    }
  }
  return wish;
}

/** Straight to the right and straight down come first: a card stands in line with what it was put beside. */
function ringOf(ring: number): [number, number][] {
  if (ring === 0) return [[0, 0]];
  const cells: [number, number][] = [];
  for (let off = 0; off <= ring; off++)
    for (const at of new Set([off, -off])) cells.push([ring, at], [at, ring], [at, -ring], [-ring, at]);
  return cells;
}
