import type { Area, Areas } from '@/lib/model/area';
import type { RecordId } from '@/lib/model/records';
import { type Box, boxAround } from './box';

/** An area as it is drawn: around those of its members that stand on the board. */
export type AreaFrame = {
  readonly id: string;
  readonly area: Area;
  readonly box: Box;
  /** The members that stand on the board, or would if the area were not folded. */
  readonly cardIds: readonly RecordId[];
};
export const FOLD_WIDTH = 252;
export const FOLD_HEIGHT = 72;

const PADDING = 20;
export const AREA_HEAD = 40;

/**
 * The frames of all areas with a card on the board, each as large as its cards need. One that is held keeps its box, and
 * one that is as it was is the same object, as is the whole.
 */
export function areaFrames(
  areas: Areas,
  boxes: ReadonlyMap<RecordId, Box>,
  held: ReadonlyMap<string, Box> | null = null,
  known: readonly AreaFrame[] = NO_FRAMES,
): readonly AreaFrame[] {
  const before = new Map(known.map((frame) => [frame.id, frame]));
  const frames = Object.keys(areas)
    .sort()
    .flatMap((id) => {
      const area = areas[id];
      const cardIds = area?.members.filter((member) => boxes.has(member)) ?? [];
      const frame = held?.get(id) ?? frameAround(cardIds.flatMap((member) => boxes.get(member) ?? []));
      const box = area?.isFolded ? folded(frame) : frame;
      if (!area || !box || cardIds.length === 0) return [];
      const last = before.get(id);
      return last?.area === area && isSameBox(last.box, box) && last.cardIds.length === cardIds.length
        ? [last]
        : [{ id, area, box, cardIds }];
    });
  return frames.length === known.length && frames.every((frame, index) => frame === known[index]) ? known : frames;
}

const NO_FRAMES: readonly AreaFrame[] = [];

/** A folded area stands in the corner of the frame it would have. */
function folded(frame: Box | null): Box | null {
  return frame && { x: frame.x, y: frame.y, width: FOLD_WIDTH, height: FOLD_HEIGHT };
}

/** The frame some boxes need: room on every side, and above it room for the name. */
export function frameAround(boxes: readonly Box[]): Box | null {
  const around = boxAround(boxes);
  return (
    around && {
      x: around.x - PADDING,
      y: around.y - AREA_HEAD,
      width: around.width + 2 * PADDING,
      height: around.height + AREA_HEAD + PADDING,
    }
  );
}

function isSameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
