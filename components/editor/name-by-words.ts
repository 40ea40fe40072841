import { freeName, toName } from '@/lib/model/edits/free-name';
import { renameRecord } from '@/lib/model/edits/rename-record';
import { setFields } from '@/lib/model/edits/set-fields';
import { recordAt } from '@/lib/model/model-index';
import { isNamed, labelOfRecord, type NamedKind } from '@/lib/model/names';
import type { ModelDocument, RecordId } from '@/lib/model/records';

const UNNAMED: Record<NamedKind, RegExp> = {
  entity: /^entity(_\d+)?$/,
  attribute: /^field(_\d+)?$/,
  relationship: /^relationship(_\d+)?$/,
  segment: /^segment(_\d+)?$/,
  measure: /^measure(_\d+)?$/,
  metric: /^metric(_\d+)?$/,
};

/**
 * Calls a record by a person's words. The words become its label; its name, which files and expressions use, follows
 * them as long as it came from the words before, and stays when somebody chose it on purpose.
 */
export function nameByWords(
  document: ModelDocument,
  { id, words, productKey }: { id: RecordId; words: string; productKey: string | null },
): ModelDocument {
  const record = recordAt(document, id);
  const label = words.trim().replace(/\s+/g, ' ');
  if (record === null || !isNamed(record) || label === '' || label === labelOfRecord(document, id)) return document;
  const follows =
    UNNAMED[record.kind].test(record.name) || record.name === toName(labelOfRecord(document, id), record.name);
  const called = setFields(document, { kind: record.kind, id, fields: { label } });
  const wanted = toName(label, record.name);
  if (!follows || wanted === record.name) return called;
  const entityId = record.kind === 'attribute' ? record.entityId : null;
  return renameRecord(called, { id, name: freeName(called, record.kind, wanted, entityId), productKey });
}
