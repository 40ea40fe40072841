import type { Box, Point } from './box';

/** A line that shows what a moved card is in line with: where it stands, and from where to where it is drawn. */
export type Guide = { readonly axis: 'x' | 'y'; readonly at: number; readonly from: number; readonly to: number };
export type Snap = { readonly dx: number; readonly dy: number; readonly guides: readonly Guide[] };

type Axis = Guide['axis'];

/**
 * How far a box being moved has to give way so that an edge or its middle is in line with one of the others, and the
 * lines that say so. Both directions are looked at by themselves, each with its `reach`: the nearest wins, and beyond it
 * nothing gives.
 */
export function snapBox(moving: Box, others: readonly Box[], reach: Point): Snap {
  const dx = nearest(moving, others, 'x', reach.x);
  const dy = nearest(moving, others, 'y', reach.y);
  const landed = { ...moving, x: moving.x + (dx ?? 0), y: moving.y + (dy ?? 0) };
  return {
    dx: dx ?? 0,
    dy: dy ?? 0,
    guides: [
      ...(dx === null ? [] : guidesFor(landed, others, 'x')),
      ...(dy === null ? [] : guidesFor(landed, others, 'y')),
    ],
  };
}

function stops(box: Box, axis: Axis): [number, number, number] {
  const start = axis === 'x' ? box.x : box.y;
  const size = axis === 'x' ? box.width : box.height;
  return [start, start + size / 2, start + size];
}

function nearest(moving: Box, others: readonly Box[], axis: Axis, reach: number): number | null {
  const mine = stops(moving, axis);
  let best: number | null = null;
  for (const other of others)
    for (const theirs of stops(other, axis))
      for (const own of mine) {
        const shift = theirs - own;
        if (Math.abs(shift) <= reach && (best === null || Math.abs(shift) < Math.abs(best))) best = shift;
      }
  return best;
}

/** One line per stop that is shared, long enough to reach every box that shares it. */
function guidesFor(landed: Box, others: readonly Box[], axis: Axis): Guide[] {
  const across: Axis = axis === 'x' ? 'y' : 'x';
  return stops(landed, axis).flatMap((at): Guide[] => {
    const inLine = others.filter((other) => stops(other, axis).some((stop) => Math.abs(stop - at) < 0.5));
    if (inLine.length === 0) return [];
    const ends = [landed, ...inLine].flatMap((box) => {
      const [start, , end] = stops(box, across);
      return [start, end];
    });
    return [{ axis, at, from: Math.min(...ends), to: Math.max(...ends) }];
  });
}
