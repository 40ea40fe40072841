import type { RecordId } from '@/lib/model/records';
import { type Box, overlaps, type Point } from './box';

/**
 * Fits a fresh layout around cards the person has pinned: pinned cards stay, the rest is shifted as a whole so that the
 * pinned ones sit about where the layout wanted them, and what would still lie on a pinned card moves below it.
 */
export function keepPinned(
  wanted: ReadonlyMap<RecordId, Point>,
  pinned: ReadonlyMap<RecordId, Box>,
  sizeOf: (id: RecordId) => { width: number; height: number },
): Map<RecordId, Point> {
  const shift = meanShift(wanted, pinned);
  const placed = new Map<RecordId, Point>();
  for (const [id, at] of wanted) {
    const pin = pinned.get(id);
    if (pin) {
      placed.set(id, { x: pin.x, y: pin.y });
      continue;
    }
    let box: Box = { x: at.x + shift.x, y: at.y + shift.y, ...sizeOf(id) };
    for (const pin of [...pinned.values()].sort((a, b) => a.y - b.y))
      if (overlaps(box, pin)) box = { ...box, y: pin.y + pin.height + 24 };
    placed.set(id, { x: box.x, y: box.y });
  }
  return placed;
}

function meanShift(wanted: ReadonlyMap<RecordId, Point>, pinned: ReadonlyMap<RecordId, Box>): Point {
  const shifts = [...pinned].flatMap(([id, pin]) => {
    const at = wanted.get(id);
    return at ? [{ x: pin.x - at.x, y: pin.y - at.y }] : [];
  });
  const count = shifts.length || 1;
  return {
    x: Math.round(shifts.reduce((sum, { x }) => sum + x, 0) / count),
    y: Math.round(shifts.reduce((sum, { y }) => sum + y, 0) / count),
  };
}
