import type { CanvasLayout } from '@/components/editor/canvas-layout';
import type { RecordId } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';
import { CARD_WIDTH, entityHeight, METRIC_HEIGHT } from './card-geometry';

export function cardHeight(card: CanvasCard, unfolded: ReadonlySet<RecordId>): number {
  return card.kind === 'metric' ? METRIC_HEIGHT : entityHeight(card.fieldIds.length, unfolded.has(card.id));
}

/** The boxes of all cards that stand somewhere; a card without a position is waiting to be placed. */
export function cardBoxes(
  cards: readonly CanvasCard[],
  { positions }: CanvasLayout,
  unfolded: ReadonlySet<RecordId>,
): Map<RecordId, Box> {
  const boxes = new Map<RecordId, Box>();
  for (const card of cards) {
    const at = positions[card.id];
    if (at) boxes.set(card.id, { x: at.x, y: at.y, width: CARD_WIDTH, height: cardHeight(card, unfolded) });
  }
  return boxes;
}
