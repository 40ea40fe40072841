import { z } from 'zod';
import type { CanvasLayout } from '@/components/editor/canvas-layout';
import { attributesIn, indexModel, recordAt, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { ModelRecord } from '@/lib/model/records';

/** What lies on the clipboard: records as plain text, so that they can be pasted into another model too. */
const Copied = z.strictObject({
  headwater: z.literal('records'),
  records: z.array(ModelRecord).max(5_000),
  /** Where the cards stood, so that they come out as they were arranged. */
  places: z.record(z.string(), z.strictObject({ x: z.number(), y: z.number() })),
});
export type Copied = z.infer<typeof Copied>;

/** The chosen records with what belongs to them: an entity's fields, a metric's measure, the lines between chosen entities. */
export function copyRecords(
  document: ModelDocument,
  ids: readonly RecordId[],
  positions: CanvasLayout['positions'],
): string {
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
  const places = Object.fromEntries(
    records.flatMap(({ id }) => {
      const at = positions[id];
      return at ? [[id, at]] : [];
    }),
  );
  return JSON.stringify({ headwater: 'records', records, places } satisfies z.input<typeof Copied>);
}

/** The records in a text from the clipboard; null when it holds something else. */
export function readCopied(text: string): Copied | null {
  try {
    const read = Copied.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
