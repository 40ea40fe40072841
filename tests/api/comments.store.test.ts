import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CommentAdded, CommentCounts, Comments } from '@/lib/api/comments';
import { Draft } from '@/lib/api/draft';
import { Events } from '@/lib/api/events';
import { Home } from '@/lib/api/home';
import { Inbox } from '@/lib/api/inbox';
import { ProductPage } from '@/lib/api/product-page';
import { RETENTION, Story } from './story';

const ASK = 'ask:cdp-retention~agg-customer-360~order';
const PRODUCT = 'product:agg-customer-360';
let story: Story;
let metric: { id: string; label: string };
beforeAll(async () => {
  story = await Story.begin();
  const { records } = await story.read(Draft, `${RETENTION}/draft`);
  const found = records.find((record) => record.kind === 'metric' && record.label !== null);
  if (found?.kind !== 'metric' || found.label === null) throw new Error('no metric with a label');
  metric = { id: found.id, label: found.label };
});
afterAll(() => story.end());

const record = () => `record:cdp-retention:${metric.id}`;
const say = async (as: string, subject: string, body: string, parent?: string) =>
  CommentAdded.parse(
    await story.must(201, 'POST', '/comments', {
      as,
      key: randomUUID(),
      body: { subject, body, ...(parent === undefined ? {} : { parent }) },
    }),
  ).id;
const read = async (subject: string, as?: string) =>
  (await story.read(Comments, `/comments?subject=${encodeURIComponent(subject)}`, as)).threads;
const resolve = (as: string, id: string, isResolved: boolean) =>
  story.must(204, 'PUT', `/comments/${id}/resolution`, { as, body: { isResolved } });
const last = async () => Number((await story.database.db.workspace.findFirstOrThrow()).eventSeq);
const eventsAfter = async (seq: number) => (await story.read(Events, `/events?since=${seq}`)).events;

test('whoever reads a thing may speak about it, and it is told once: an ask, a record, a product', async () => {
  const before = await last();
  for (const [as, subject, about] of [
    ['ana', ASK, 'Order in Customer 360'],
    ['carla', record(), `${metric.label} in Retention`],
    ['elisa', PRODUCT, 'Customer 360'],
  ] as const) {
    const id = await say(as, subject, `  words about ${about}\nin two lines  `);
    const [thread] = await read(subject, 'davi');
    expect(thread).toMatchObject({ id, body: `words about ${about}\nin two lines`, by: { key: as }, answers: [] });
    const told = (await eventsAfter(before)).filter((event) => event.subject.comment === id);
    expect(told.map(({ kind, by, words }) => [kind, by?.key, words.endsWith(`commented on ${about}.`)])).toEqual([
      ['comment-added', as, true],
    ]);
  }
  const page = await story.read(ProductPage, '/products/agg-customer-360');
  expect(page.changes.filter(({ kind }) => kind === 'comment-added')).toHaveLength(2);
});

test('an answer belongs to its thread, and an answer to an answer too', async () => {
  const first = await say('ana', PRODUCT, 'Which zone are the days in?');
  const answer = await say('bruno', PRODUCT, 'São Paulo', first);
  await say('ana', PRODUCT, 'Thanks', answer);
  const thread = (await read(PRODUCT)).find(({ id }) => id === first);
  expect(thread?.answers.map(({ body, by }) => [by?.key, body])).toEqual([
    ['bruno', 'São Paulo'],
    ['ana', 'Thanks'],
  ]);
  const elsewhere = { subject: ASK, body: 'lost', parent: first };
  expect((await story.refused(404, 'POST', '/comments', { body: elsewhere, key: randomUUID() })).detail).toContain(
    'comment',
  );
});

test('whoever is named finds it in the inbox until somebody settles it, and again when it is taken up', async () => {
  const mentions = async (as: string) => (await story.read(Inbox, '/inbox', as)).mentions;
  const id = await say('ana', record(), 'Does this include returns, @Davi Rocha? @nobody @davi');
  expect((await read(record())).find((one) => one.id === id)?.mentions).toEqual(['davi']);
  expect(await mentions('davi')).toMatchObject([
    { comment: id, on: 'record', product: 'cdp-retention', record: metric.id, about: metric.label, by: { key: 'ana' } },
  ]);
  expect((await story.read(Home, '/home', 'davi')).waitsOnMe.mentions.map(({ comment }) => comment)).toEqual([id]);
  expect(await mentions('carla')).toEqual([]);
  expect(await mentions('ana')).toEqual([]);

  const before = await last();
  await resolve('davi', id, true);
  await resolve('bruno', id, true);
  expect((await read(record())).find((one) => one.id === id)?.resolved).toMatchObject({ by: { key: 'davi' } });
  expect(await mentions('davi')).toEqual([]);
  await resolve('ana', id, false);
  expect((await read(record())).find((one) => one.id === id)?.resolved).toBe(null);
  expect(await mentions('davi')).toHaveLength(1);
  expect((await eventsAfter(before)).map(({ kind, by }) => [kind, by?.key])).toEqual([
    ['comment-resolved', 'davi'],
    ['comment-reopened', 'ana'],
  ]);
  const answer = await say('davi', record(), 'It does', id);
  expect((await story.refused(404, 'PUT', `/comments/${answer}/resolution`, { body: { isResolved: true } })).code).toBe(
    'not-found',
  );
});

test('calling oneself is no news', async () => {
  await say('carla', PRODUCT, 'A note to @Carla Mendes');
  expect((await story.read(Inbox, '/inbox', 'carla')).mentions).toEqual([]);
});

test('the open threads of a model are counted by record', async () => {
  const counts = async () => (await story.read(CommentCounts, '/products/cdp-retention/comment-counts')).records;
  const open = (await read(record())).filter(({ resolved }) => resolved === null).length;
  expect(await counts()).toEqual([{ record: metric.id, open }]);
  const id = await say('bruno', record(), 'One more');
  expect(await counts()).toEqual([{ record: metric.id, open: open + 1 }]);
  await resolve('ana', id, true);
  expect(await counts()).toEqual([{ record: metric.id, open }]);
});

test.each([
  ['a subject nobody has heard of', 'team:crm', 'x', 404],
  ['an ask there is none of', 'ask:cdp-retention~src-orders~nothing', 'x', 404],
  ['a product there is none of', 'product:none', 'x', 404],
  ['a record there is none of', 'record:cdp-retention:none', 'x', 404],
  ['no words', PRODUCT, '   \n ', 422],
  ['more words than anybody reads', PRODUCT, 'x'.repeat(4_001), 422],
  ['a character that cannot be kept', PRODUCT, 'a\u0000b', 422],
])('%s: nothing is said', async (_, subject, body, status) => {
  const before = await last();
  await story.refused(status, 'POST', '/comments', { body: { subject, body }, key: randomUUID() });
  expect(await last()).toBe(before);
});

test('what was said comes back as it was typed, markup and all', async () => {
  const body = '<img src=x onerror=alert(1)> **not bold** [no](javascript:alert(1)) “quotes” 😀';
  const id = await say('ana', ASK, body);
  expect((await read(ASK)).find((one) => one.id === id)?.body).toBe(body);
});

test('the same comment sent twice is said once', async () => {
  const said = { key: randomUUID(), body: { subject: ASK, body: 'Once' } };
  const first = await story.must(201, 'POST', '/comments', said);
  expect(await story.must(201, 'POST', '/comments', said)).toEqual(first);
  expect((await read(ASK)).filter(({ body }) => body === 'Once')).toHaveLength(1);
});

test('what is new is what others did since I looked; my own words are not, and the mark never falls', async () => {
  const inbox = () => story.read(Inbox, '/inbox', 'bruno');
  const mark = (seq: number) => story.must(204, 'PUT', '/events/read', { as: 'bruno', body: { seq } });
  await mark(await last());
  expect(await inbox()).toMatchObject({ unread: 0, lastRead: await last() });
  await say('bruno', ASK, 'Mine');
  expect((await inbox()).unread).toBe(0);
  await say('ana', ASK, 'Hers');
  await say('ana', ASK, 'Hers again, @bruno');
  const seen = await inbox();
  expect(seen.unread).toBe(2);
  const asks = seen.products.flatMap((group) => group.asks);
  expect(asks.filter(({ latest }) => latest > seen.lastRead).map(({ key }) => `ask:${key}`)).toEqual([ASK]);
  expect(asks.filter(({ isNew }) => isNew).map(({ key }) => `ask:${key}`)).toEqual([ASK]);
  const [mention] = seen.mentions;
  const thing = `comment ${mention?.comment}`;
  await story.must(204, 'PUT', '/events/read', { as: 'bruno', body: { seq: mention?.seq, thing } });
  expect(await inbox()).toMatchObject({ unread: 1, lastRead: seen.lastRead });
  await story.must(204, 'PUT', '/events/read', {
    as: 'bruno',
    body: { seq: await last(), thing: ASK.replace(':', ' ') },
  });
  expect(await inbox()).toMatchObject({ unread: 0, lastRead: seen.lastRead });
  await story.must(422, 'PUT', '/events/read', { as: 'bruno', body: { seq: 1, thing: 'everything' } });
  await mark(0);
  expect((await inbox()).lastRead).toBe(seen.lastRead);
  await mark(1_000_000_000);
  expect(await inbox()).toMatchObject({ unread: 0, lastRead: await last() });
  expect((await story.read(Inbox, '/inbox', 'carla')).lastRead).toBe(0);
});
