import type { RecordId } from '@/lib/model/records';
import { type Box, boxAround, type Point } from './box';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'across' | 'down';
type Boxes = ReadonlyMap<RecordId, Box>;
type Placed = [RecordId, Point][];

/** Where the corners go so that all boxes share an edge or a middle line of what they cover together. */
export function alignBoxes(boxes: Boxes, to: Alignment): Placed {
  const around = boxAround([...boxes.values()]);
  if (!around) return [];
  return [...boxes].map(([id, box]) => [id, alignedIn(around, box, to)]);
}

function alignedIn(around: Box, { x, y, width, height }: Box, to: Alignment): Point {
  switch (to) {
    case 'left':
      return { x: around.x, y };
    case 'centre':
      return { x: around.x + (around.width - width) / 2, y };
    case 'right':
      return { x: around.x + around.width - width, y };
    case 'top':
      return { x, y: around.y };
    case 'middle':
      return { x, y: around.y + (around.height - height) / 2 };
    case 'bottom':
      return { x, y: around.y + around.height - height };
  }
}

/** Equal gaps between neighbours along an axis; the outermost two stay. Fewer than three have nothing to share. */
export function distributeBoxes(boxes: Boxes, axis: Axis): Placed {
  const sizeOf = (box: Box) => (axis === 'across' ? box.width : box.height);
  const startOf = (box: Box) => (axis === 'across' ? box.x : box.y);
  const sorted = [...boxes].sort(([, a], [, b]) => startOf(a) - startOf(b));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (sorted.length < 3 || !first || !last) return [];
  const covered = sorted.reduce((sum, [, box]) => sum + sizeOf(box), 0);
  const gap = (startOf(last[1]) + sizeOf(last[1]) - startOf(first[1]) - covered) / (sorted.length - 1);
  let next = startOf(first[1]);
  return sorted.map(([id, box]) => {
    const start = next;
    next += sizeOf(box) + gap;
    return [id, axis === 'across' ? { x: start, y: box.y } : { x: box.x, y: start }];
  });
}
