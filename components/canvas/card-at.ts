import type { RecordId } from '@/lib/model/records';
import type { Box, Point } from './box';

/** The card at a place, when cards are drawn and not elements; the last drawn lies on top. */
export function cardAt(boxes: ReadonlyMap<RecordId, Box>, { x, y }: Point): RecordId | null {
  let found: RecordId | null = null;
  for (const [id, box] of boxes)
    if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) found = id;
  return found;
}
