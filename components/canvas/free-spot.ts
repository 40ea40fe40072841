import { type Box, outset, overlaps, type Point } from './box';

/** The wished place, or the nearest free one found by walking outwards in a square spiral; never on another card. */
export function freeSpot(wish: Point, size: { width: number; height: number }, taken: readonly Box[]): Point {
  const step = 48;
  for (let ring = 0; ring < 60; ring++) {
    for (const [column, row] of ringOf(ring)) {
      const box = { x: Math.round(wish.x + column * step), y: Math.round(wish.y + row * step), ...size };
      if (!taken.some((other) => overlaps(outset(box, 20), other))) return { x: box.x, y: box.y };
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
