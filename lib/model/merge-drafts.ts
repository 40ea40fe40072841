import { compareText } from '@/lib/base/compare-text';
import { patchModel } from './diff';
import { recordAt } from './model-index';
import type { ModelDocument, ModelRecord, RecordId } from './records';
import { type BothSides, removedWith } from './removed-with';
import { sameRecord } from './same-record';

/** One record two people changed to something different; null on the side that removed it or never had it. */
type MergeConflict = {
  readonly id: RecordId;
  readonly base: ModelRecord | null;
  readonly mine: ModelRecord | null;
  readonly theirs: ModelRecord | null;
  /** Where one side removed it: what went with it, and stands or falls with this decision. */
  readonly along: readonly BothSides[];
};
export type Merge = { readonly document: ModelDocument; readonly conflicts: readonly MergeConflict[] };

/**
 * Two people's work on one draft, record by record, from where they parted. What only one of them touched is taken from
 * them; what both changed to the same is no conflict; where they differ mine stays in the document, so that nothing on
 * screen is lost, and the difference is listed for a person to decide. Records are whole: two changed fields of one
 * record may contradict each other, and nobody but a person can tell. What somebody removed together with a record that
 * the other changed is part of that conflict, so that keeping an entity keeps its fields.
 */
export function mergeDrafts(base: ModelDocument, mine: ModelDocument, theirs: ModelDocument): Merge {
  const conflicts: MergeConflict[] = [];
  const put: ModelRecord[] = [];
  const remove: RecordId[] = [];
  const ids = new Set([base, mine, theirs].flatMap(({ records }) => Object.keys(records)));
  for (const id of [...ids].sort(compareText)) {
    const [was, my, their] = [recordAt(base, id), recordAt(mine, id), recordAt(theirs, id)];
    if (sameRecord(was, my) || sameRecord(my, their)) continue;
    if (!sameRecord(was, their)) conflicts.push({ id, base: was, mine: my, theirs: their, along: [] });
    if (my === null) remove.push(id);
    else put.push(my);
  }
  const whole = conflicts.map((conflict) =>
    conflict.base !== null && (conflict.mine === null || conflict.theirs === null)
      ? { ...conflict, along: removedWith({ base, mine, theirs }, conflict.id) }
      : conflict,
  );
  put.push(...whole.flatMap(({ along }) => along.flatMap((one) => one.mine ?? [])));
  return { document: patchModel(theirs, { put, remove }), conflicts: whole };
}
