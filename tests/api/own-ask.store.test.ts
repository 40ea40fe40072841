import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AskPage } from '@/lib/api/asks';
import { Draft } from '@/lib/api/draft';
import { revisionTag, versionTag } from '@/lib/api/entity-tag';
import { ProductPage } from '@/lib/api/product-page';
import type { ModelRecord } from '@/lib/model/records';
import { RETENTION, Story } from './story';

const CUSTOMER_360 = '/asks/cdp-retention~agg-customer-360';
let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story.end());

async function sendAs(person: string): Promise<void> {
  const { revision } = await story.read(Draft, `${RETENTION}/draft`);
  const { fingerprint } = await story.preview();
  const body = { reason: 'sooner', fingerprint };
  const said = { as: person, body, ifMatch: revisionTag(revision), key: randomUUID() };
  await story.must(201, 'POST', `${RETENTION}/send`, said);
}

async function askForAvailability(min: number): Promise<void> {
  const { records } = await story.read(Draft, `${RETENTION}/draft`);
  const put = records.flatMap((record): ModelRecord[] =>
    record.kind === 'expectation' && record.rule.rule === 'availability'
      ? [{ ...record, rule: { ...record.rule, min } }]
      : [],
  );
  expect(put).toHaveLength(1);
  await story.save({ put });
}

test('whoever asked for a part of an ask does not decide on it, though somebody else sent the rest after them', async () => {
  await story.database.db.person.updateMany({
    where: { key: 'bruno' },
    data: { teamKeys: ['customer-data', 'retention-marketing'] },
  });
  await story.tightenTo(800);
  await sendAs('bruno');
  await askForAvailability(0.9999);
  await sendAs('ana');

  const ask = await story.read(AskPage, CUSTOMER_360, 'bruno');
  const open = ask.lines.filter((line) => line.state === 'proposed').map((line) => line.kind);
  expect(open.sort()).toEqual(['availability', 'freshness']);
  expect(ask).toMatchObject({ askedBy: { key: 'ana' }, canDecide: false });
  const said = { as: 'bruno', body: { action: 'accept' }, ifMatch: versionTag(ask.version), key: randomUUID() };
  expect(await story.refused(403, 'POST', `${CUSTOMER_360}/decision`, said)).toMatchObject({ code: 'own-ask' });
});

test('sending the model of a deprecated product does not bring it back', async () => {
  const { db } = story.database;
  await db.product.updateMany({ where: { key: 'cdp-retention' }, data: { status: 'deprecated' } });
  await db.workspace.updateMany({ data: { version: { increment: 1 } } });
  await story.tightenTo(700);
  await sendAs('ana');
  expect(await story.read(ProductPage, RETENTION)).toMatchObject({ status: 'deprecated' });
});
