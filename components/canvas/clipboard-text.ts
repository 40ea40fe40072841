import { z } from 'zod';
import { attributesIn, indexModel, recordAt, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { ModelRecord } from '@/lib/model/records';

/** What lies on the clipboard: records as plain text, so that they can be pasted into another model too. */
const Copied = z.strictObject({ headwater: z.literal('records'), records: z.array(ModelRecord).max(5_000) });

/** The chosen records with what belongs to them: an entity's fields, a metric's measure, the lines between chosen entities. */
export function copyRecords(document: ModelDocument, ids: readonly RecordId[]): string {
  const chosen = new Set(ids);
  for (const id of ids) {
    for (const field of attributesIn(document, id)) chosen.add(field.id);
    const metric = recordOf(document, 'metric', id);
    if (metric && 'measureId' in metric.formula && metric.formula.measureId !== null)
      chosen.add(metric.formula.measureId);
  }
  for (const { id, from, to } of indexModel(document).byKind.relationship)
    if (chosen.has(from.entityId) && chosen.has(to.entityId)) chosen.add(id);
  const records = [...chosen].flatMap((id) => recordAt(document, id) ?? []);
  return JSON.stringify({ headwater: 'records', records });
}

/** The records in a text from the clipboard; null when it holds something else. */
export function readCopied(text: string): ModelRecord[] | null {
  try {
    const read = Copied.safeParse(JSON.parse(text));
    return read.success ? read.data.records : null;
  } catch {
    return null;
  }
}
