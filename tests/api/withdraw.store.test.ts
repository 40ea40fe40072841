import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { Draft } from '@/lib/api/draft';
import { Cause } from '@/lib/engine/plan';
import { diffModels, patchOf } from '@/lib/model/diff';
import { removeRecords } from '@/lib/model/edits/plan-removal';
import { documentOf } from '@/lib/services/document-of';
import { RETENTION, Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story.end());

type Row = Awaited<ReturnType<Story['requirementRows']>>[number];
const nameOf = ({ productKey, target, kind, rule }: Row) => [productKey, target, kind, rule].join(' ');
const causesOf = (row: Row) => z.array(Cause).parse(row.causes);

test('deleting a metric and sending again withdraws exactly what it alone caused', async () => {
  const before = await story.requirementRows();
  // A house rule adds to what somebody needs and keeps nothing alive.
  const alone = before.filter((row) => {
    const causes = causesOf(row).filter((cause) => cause.policy === undefined);
    return causes.length > 0 && causes.every((cause) => cause.metric === 'freight_charged');
  });
  expect(alone.map(nameOf)).toContain('agg-order-economics item.freight attribute ');

  const { records } = await story.read(Draft, `${RETENTION}/draft`);
  const document = documentOf(records);
  const metric = records.find((record) => record.kind === 'metric' && record.name === 'freight_charged');
  if (!metric) throw new Error('the story has no freight_charged');
  await story.save(patchOf(diffModels(document, removeRecords(document, [metric.id]))));
  const sent = await story.send('freight is finance’s business');
  expect(sent.withdrawn).toBe(alone.length);

  const after = await story.requirementRows();
  const withdrawn = after.filter((row) => row.state === 'withdrawn');
  expect(withdrawn.map(nameOf)).toEqual(alone.map(nameOf));
  const untouched = (rows: Row[]) => rows.filter((row) => causesOf(row).every((c) => c.metric !== 'freight_charged'));
  const kept = new Set(untouched(before).map((row) => row.id));
  expect(after.filter((row) => kept.has(row.id))).toEqual(untouched(before));
});

test('drawing it again asks for the same again, under the same rows', async () => {
  const withdrawn = (await story.requirementRows()).filter((row) => row.state === 'withdrawn');
  const { product } = await story.database.db.modelVersion.findFirstOrThrow({
    where: { number: 1, product: { key: 'cdp-retention' } },
    select: { product: { select: { versions: { where: { number: 1 }, select: { document: true } } } } },
  });
  const first = z.object({ records: z.record(z.string(), z.unknown()) }).parse(product.versions[0]?.document).records;
  const now = await story.read(Draft, `${RETENTION}/draft`);
  const known = new Set(now.records.map((record) => record.id));
  const put = Draft.shape.records.parse(Object.values(first)).filter((record) => !known.has(record.id));
  await story.save({ put });
  await story.send('on second thoughts');
  const after = new Map((await story.requirementRows()).map((row) => [row.id, row]));
  expect(withdrawn.map((row) => after.get(row.id)?.state)).toEqual(withdrawn.map(() => 'covered'));
});
