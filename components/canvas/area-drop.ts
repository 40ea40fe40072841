import { areasWithout } from '@/components/editor/areas-without';
import { withNamed } from '@/components/editor/canvas-layout';
import type { Areas } from '@/lib/model/area';
import type { RecordId } from '@/lib/model/records';
import type { AreaFrame } from './area-frames';
import type { Box } from './box';

type Dropped = {
  areas: Areas;
  frames: readonly AreaFrame[];
  boxes: ReadonlyMap<RecordId, Box>;
  carried: ReadonlySet<RecordId>;
};

/** The frames that stay where they are while these cards are in the hand: those that keep a card on the board. */
export function framesHeld(
  frames: readonly AreaFrame[],
  carried: ReadonlySet<RecordId>,
): ReadonlyMap<string, Box> | null {
  const staying = frames.filter(({ cardIds }) => cardIds.some((id) => !carried.has(id)));
  return staying.length === 0 ? null : new Map(staying.map(({ id, box }) => [id, box]));
}

/** For each area, the cards in the hand that would join it where they are now. */
export function joiningAreas({ frames, boxes, carried }: Dropped): Map<string, RecordId[]> {
  const staying = frames.filter(({ area, cardIds }) => !area.isFolded && cardIds.some((id) => !carried.has(id)));
  const joining = new Map<string, RecordId[]>();
  if (staying.length === 0) return joining;
  for (const id of carried) {
    const box = boxes.get(id);
    const target = box && bestFor(box, staying);
    if (target && !target.area.members.includes(id)) joining.set(target.id, [...(joining.get(target.id) ?? []), id]);
  }
  return joining;
}

/**
 * The areas once the cards in the hand are let go: a card more than half inside a frame belongs to it, one that is drawn
 * out of its own leaves. An area that is in the hand as a whole keeps its cards, unless they are dropped into another.
 */
export function areasAfterDrop(dropped: Dropped): Areas {
  const { areas, frames, boxes, carried } = dropped;
  const joining = joiningAreas(dropped);
  const moving = new Set([...joining.values()].flat());
  for (const { box, cardIds } of frames) {
    if (cardIds.every((id) => carried.has(id))) continue;
    for (const id of cardIds) {
      const card = boxes.get(id);
      if (card && carried.has(id) && !isMostlyIn(card, box)) moving.add(id);
    }
  }
  if (moving.size === 0) return areas;
  const left = areasWithout(areas, (id) => moving.has(id));
  return withNamed(
    left,
    [...joining].flatMap(([id, cards]) => {
      const area = left[id];
      return area ? [[id, { ...area, members: [...area.members, ...cards] }] as const] : [];
    }),
  );
}

function bestFor(card: Box, frames: readonly AreaFrame[]): AreaFrame | null {
  let best: AreaFrame | null = null;
  for (const frame of frames)
    if (isMostlyIn(card, frame.box) && (best === null || shared(card, frame.box) >= shared(card, best.box)))
      best = frame;
  return best;
}

/** Half of the card, or half of a frame that is smaller than the card. */
function isMostlyIn(card: Box, frame: Box): boolean {
  return shared(card, frame) * 2 >= Math.min(card.width * card.height, frame.width * frame.height);
}

function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
