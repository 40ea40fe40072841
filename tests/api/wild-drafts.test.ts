import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Preview } from '@/lib/api/preview';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { ModelRecord } from '@/lib/model/records';
import { documentOf } from '@/lib/services/document-of';
import { makePreview } from '@/lib/services/make-preview';

const RUNS = Number(process.env.HEADWATER_FUZZ ?? 40);
const read = readWorkspace(readFileSync('samples/casa-verde.yaml', 'utf8'));
if (!read.ok) throw new Error(JSON.stringify(read.error));
const snapshot = read.value;
const records = Object.values(snapshot.products.find(({ key }) => key === 'cdp-retention')?.model.records ?? {});
const ids = records.map((record) => record.id);

const anyText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    'status = ',
    "status = 'x' or 1",
    'sum(price)',
    'sum(sum(price))',
    'order.status',
    'o.nothing',
    'nothing.at_all',
    '((((((',
    'a.b.c',
    'case when is_late then 1 end',
    'item_revenue / order_count',
    'item_revenue',
    '1',
    'null',
  ),
);
/** Whatever an unfinished drawing may hold in a field: other words, other ids, nothing, less or more. */
const anyValue = fc.oneof(
  anyText,
  fc.constantFrom(...ids),
  fc.constantFrom(null, true, false, 0, -1, 1e9),
  fc.subarray(ids, { maxLength: 3 }),
);
const change = fc.record({ at: fc.nat(), field: fc.nat(), value: anyValue, drops: fc.boolean() });

/** The records with some fields changed, as far as each is still a record: a draft holds nothing else. */
function changed(changes: { at: number; field: number; value: unknown; drops: boolean }[]): ModelRecord[] {
  const wild = new Map(records.map((record) => [record.id, record]));
  for (const { at, field, value, drops } of changes) {
    const record = records[at % records.length];
    if (!record) continue;
    const fields = Object.keys(record).filter((name) => name !== 'id' && name !== 'kind');
    const name = fields[field % fields.length] ?? '';
    const parsed = ModelRecord.safeParse({ ...record, ...wild.get(record.id), [name]: value });
    if (drops && field % 3 === 0) wild.delete(record.id);
    else if (parsed.success) wild.set(record.id, parsed.data);
  }
  return [...wild.values()];
}

test('whatever a person has drawn so far, there is a preview of it', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const planned = makePreview({
        snapshot,
        product: 'cdp-retention',
        document: documentOf(changed(changes)),
        whatIf: null,
        recorded: [],
        whoIs: () => null,
        vocabulary: 'plain',
      });
      if (planned.ok) expect(Preview.safeParse(planned.value.preview).error).toBeUndefined();
      else expect(planned.error.code).toBe('lineage-loop');
    }),
    { numRuns: RUNS },
  );
});
