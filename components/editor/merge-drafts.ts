import { compareText } from '@/lib/base/compare-text';
import { patchModel } from '@/lib/model/diff';
import { recordAt } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { sameRecord } from '@/lib/model/same-record';
import type { DraftConflict } from './draft-conflict';

export type Merge = { readonly document: ModelDocument; readonly conflicts: readonly Omit<DraftConflict, 'by'>[] };

/**
 * Two people's work on one draft, record by record, from where they parted. What only one of them touched is taken from
 * them; what both changed to the same is no conflict; where they differ mine stays in the document, so that nothing on
 * screen is lost, and the difference is listed for a person to decide.
 */
export function mergeDrafts(base: ModelDocument, mine: ModelDocument, theirs: ModelDocument): Merge {
  const conflicts: Omit<DraftConflict, 'by'>[] = [];
  const put: ModelDocument['records'][string][] = [];
  const remove: RecordId[] = [];
  const ids = new Set([...Object.keys(base.records), ...Object.keys(mine.records), ...Object.keys(theirs.records)]);
  for (const id of [...ids].sort(compareText)) {
    const [was, my, their] = [recordAt(base, id), recordAt(mine, id), recordAt(theirs, id)];
    if (sameRecord(was, my) || sameRecord(my, their)) continue;
    if (!sameRecord(was, their)) conflicts.push({ id, base: was, mine: my, theirs: their });
    if (my === null) remove.push(id);
    else put.push(my);
  }
  return { document: patchModel(theirs, { put, remove }), conflicts };
}
