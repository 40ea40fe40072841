import { isSameList } from '@/components/editor/is-same-list';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { type CanvasCard, cardsOf } from './canvas-cards';
import { type Detail, drawnFieldIds } from './detail';

type Shown = { hidden: readonly RecordId[]; detail: Detail };

/**
 * The cards that are on the canvas as they are drawn: without the hidden ones, and with only the rows the level of
 * detail leaves. A card that is as it was in `before` is the same object.
 */
export function drawnCards(
  document: ModelDocument,
  { hidden, detail }: Shown,
  before: readonly CanvasCard[] = [],
): readonly CanvasCard[] {
  const all = cardsOf(document);
  const isWhole = detail === 'auto' || detail === 'all';
  if (hidden.length === 0 && isWhole) return all;
  const away = new Set(hidden);
  const shown = all.filter(({ id }) => !away.has(id));
  if (isWhole) return isSameList(before, shown) ? before : shown;
  const known = new Map(before.map((card) => [card.id, card]));
  const made = shown.map((card): CanvasCard => {
    if (card.kind === 'metric') return card;
    const fieldIds = drawnFieldIds(document, card.id, detail);
    const last = known.get(card.id);
    return last?.kind === 'entity' && last.isPart && isSameList(last.fieldIds, fieldIds)
      ? last
      : { ...card, fieldIds, isPart: true };
  });
  return isSameList(before, made) ? before : made;
}
