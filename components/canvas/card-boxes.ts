import type { CanvasLayout } from '@/components/editor/canvas-layout';
import type { RecordId } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';
import { CARD_WIDTH, entityHeight, METRIC_HEIGHT } from './card-geometry';

export function cardHeight(card: CanvasCard, unfolded: ReadonlySet<RecordId>): number {
  return card.kind === 'metric'
    ? METRIC_HEIGHT
    : entityHeight(card.fieldIds.length, unfolded.has(card.id), card.isPart);
}

/**
 * The boxes of all cards that stand somewhere; a card without a position is waiting to be placed. What is as it was in
 * `known` is the same object, and so is the whole.
 */
export function cardBoxes(
  cards: readonly CanvasCard[],
  { positions }: Pick<CanvasLayout, 'positions'>,
  unfolded: ReadonlySet<RecordId>,
  known: ReadonlyMap<RecordId, Box> = NOTHING_KNOWN,
): ReadonlyMap<RecordId, Box> {
  const boxes = new Map<RecordId, Box>();
  let isSameAsKnown = true;
  for (const card of cards) {
    const at = positions[card.id];
    if (!at) continue;
    const height = cardHeight(card, unfolded);
    const before = known.get(card.id);
    const isSame = before && before.x === at.x && before.y === at.y && before.height === height;
    if (!isSame) isSameAsKnown = false;
    boxes.set(card.id, isSame ? before : { x: at.x, y: at.y, width: CARD_WIDTH, height });
  }
  return isSameAsKnown && boxes.size === known.size ? known : boxes;
}

const NOTHING_KNOWN: ReadonlyMap<RecordId, Box> = new Map();
