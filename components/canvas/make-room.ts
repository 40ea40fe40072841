import type { RecordId } from '@/lib/model/records';
import { type Box, overlaps, type Point } from './box';

const GAP = 26;

/** The cards that one card lies over. */
export function coveredBy(id: RecordId, boxes: ReadonlyMap<RecordId, Box>): RecordId[] {
  const card = boxes.get(id);
  if (!card) return [];
  return [...boxes].flatMap(([other, box]) => (other !== id && overlaps(card, box) ? [other] : []));
}

/**
 * Where the cards under one card go so that it covers none: straight down, each no further than it must, and what stands
 * below them gives way in turn. What stands above or beside keeps its place.
 */
export function makeRoom(id: RecordId, boxes: ReadonlyMap<RecordId, Box>): Map<RecordId, Point> {
  const card = boxes.get(id);
  if (!card) return new Map();
  const settled: Box[] = [card];
  const moved = new Map<RecordId, Point>();
  const below = [...boxes].filter(([other, box]) => other !== id && box.y >= card.y).sort(([, a], [, b]) => a.y - b.y);
  for (const [other, box] of below) {
    let at = box;
    for (let above = settled.find((one) => overlaps(at, one)); above; above = settled.find((one) => overlaps(at, one)))
      at = { ...at, y: above.y + above.height + GAP };
    if (at.y === box.y) continue;
    settled.push(at);
    moved.set(other, { x: at.x, y: at.y });
  }
  return moved;
}
