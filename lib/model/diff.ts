import { compareText } from '@/lib/base/compare-text';
import { editedBetween, noteEdit } from './edit-trail';
import { recordAt } from './model-index';
import type { ModelDocument, ModelRecord, RecordId } from './records';
import { sameRecord } from './same-record';

/**
 * The difference of two documents, record by record, with both sides kept: so it can be turned round, and undo is
 * arithmetic instead of a second copy of every edit. What was not there is null.
 */
type RecordChange = { id: RecordId; before: ModelRecord | null; after: ModelRecord | null };
/** By id, each record once, and none that stayed the same. */
export type ModelDiff = readonly RecordChange[];
/** A change as drafts are saved: records to write as they now are, and ids to remove. */
export type ModelPatch = { put: ModelRecord[]; remove: RecordId[] };

/** What must happen to the first document to make it the second. */
export function diffModels(before: ModelDocument, after: ModelDocument): ModelDiff {
  const changes: RecordChange[] = [];
  for (const id of idsToCompare(before, after)) {
    const [was, is] = [recordAt(before, id), recordAt(after, id)];
    if (!sameRecord(was, is)) changes.push({ id, before: was, after: is });
  }
  return changes.sort((a, b) => compareText(a.id, b.id));
}

function idsToCompare(before: ModelDocument, after: ModelDocument): Iterable<RecordId> {
  const edited = editedBetween(before, after);
  if (edited) return edited;
  return new Set([...Object.keys(before.records), ...Object.keys(after.records)]);
}

/** The document with every record of the difference as it is afterwards, whatever it was. */
export function applyDiff(document: ModelDocument, diff: ModelDiff): ModelDocument {
  return patchModel(document, patchOf(diff));
}

/** The way back: applied to the second document it gives the first. */
export function reverseDiff(diff: ModelDiff): ModelDiff {
  return diff.map(({ id, before, after }) => ({ id, before: after, after: before }));
}

export function isEmptyDiff(diff: ModelDiff): boolean {
  return diff.length === 0;
}

/** What a save sends: the later side of the difference. */
export function patchOf(diff: ModelDiff): ModelPatch {
  return {
    put: diff.flatMap(({ after }) => after ?? []),
    remove: diff.filter(({ after }) => after === null).map(({ id }) => id),
  };
}

/** The document with records written and removed; the same document when there is nothing to do. */
export function patchModel(document: ModelDocument, { put, remove }: ModelPatch): ModelDocument {
  if (put.length === 0 && remove.length === 0) return document;
  const records = { ...document.records, ...Object.fromEntries(put.map((record) => [record.id, record])) };
  const kept = new Set(put.map(({ id }) => id));
  for (const id of remove) if (!kept.has(id)) delete records[id];
  const patched = { ...document, records };
  noteEdit(document, patched, [...kept, ...remove]);
  return patched;
}
