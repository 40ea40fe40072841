import { type Box, boxAround } from './box';

/**
 * The part of a drawing to open on: all of it where that can be read, else its upper left as far to the right as whole
 * cards go, so that none is cut through.
 */
export function firstLook(
  boxes: readonly Box[],
  room: { readonly width: number; readonly height: number },
  zoomMin: number,
): Box | null {
  const around = boxAround(boxes);
  if (!around) return null;
  if (around.width * zoomMin <= room.width && around.height * zoomMin <= room.height) return around;
  const reach = around.x + room.width / zoomMin;
  const ends = boxes.map(({ x, width }) => x + width).filter((end) => end <= reach);
  const width = Math.max(...ends, around.x + Math.min(...boxes.map((box) => box.width))) - around.x;
  return { ...around, width, height: Math.min(around.height, (room.height * width) / room.width) };
}
