import type { RecordId } from '@/lib/model/records';
import { hasFoldRow, shownRows } from './card-geometry';

/** The rows of a card: fields, and what its fold says. */
export function rowsOf(
  fieldIds: readonly RecordId[],
  isUnfolded: boolean,
): { fieldIds: readonly RecordId[]; fold: { hidden: number } | null } {
  const { shown, hidden } = shownRows(fieldIds.length, isUnfolded);
  return {
    fieldIds: hidden > 0 ? fieldIds.slice(0, shown) : fieldIds,
    fold: hasFoldRow(fieldIds.length) ? { hidden } : null,
  };
}
