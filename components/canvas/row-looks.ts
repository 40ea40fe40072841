import type { RecordId } from '@/lib/model/records';
import type { CanvasView, FieldDrag } from './canvas-view';

type DropLook = 'valid' | 'refused' | 'over' | 'refused-over' | 'source';
/** How a row looks beside its own record; null where there is nothing to say about it, as nearly always. */
export type RowLook = DropLook | 'lit' | 'renaming' | 'new' | 'changed' | null;

const PLAIN: readonly RowLook[] = [];

/**
 * What is going on with each row of a card, asked once for the card and not once for every row: a canvas has a thousand
 * of them, and each would be asked again whenever the pointer comes over a card. Empty when nothing is.
 */
export function rowLooks(view: CanvasView, ids: readonly RecordId[]): readonly RowLook[] {
  if (!view.fieldDrag && view.lit.length === 0 && !view.renaming && !view.compared) return PLAIN;
  const looks = ids.map((id) => lookOf(view, id));
  return looks.every((look) => look === null) ? PLAIN : looks;
}

function lookOf({ fieldDrag, lit, renaming, compared }: CanvasView, id: RecordId): RowLook {
  if (renaming?.id === id) return 'renaming';
  if (!fieldDrag) return lit.includes(id) ? 'lit' : (compared?.marks.get(id) ?? null);
  return dropLook(fieldDrag, id);
}

/** What letting go there would do; null where nothing is in the hand, or what is there is not asked about. */
export function dropLook(drag: FieldDrag | null, id: RecordId): DropLook | null {
  if (!drag) return null;
  if (drag.fromId === id) return 'source';
  const refusal = drag.refusals.get(id);
  if (refusal === undefined) return null;
  const isOver = drag.overId === id;
  if (refusal === null) return isOver ? 'over' : 'valid';
  return isOver ? 'refused-over' : 'refused';
}
