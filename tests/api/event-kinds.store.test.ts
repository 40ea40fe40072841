import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AskPage } from '@/lib/api/asks';
import { CommentAdded } from '@/lib/api/comments';
import { revisionTag, versionTag } from '@/lib/api/entity-tag';
import { type Event, EventKind, Events } from '@/lib/api/events';
import { LedgerPage } from '@/lib/api/ledger';
import { ProductCreated } from '@/lib/api/product-changes';
import { ProductPage } from '@/lib/api/product-page';
import { Kept, Teams } from '@/lib/api/teams';
import { Ledger } from '@/lib/engine/ledger/ledger';
import { entityOfTarget } from '@/lib/reviews/ask-key';
import { type Said, Story } from './story';
import { wishForInstalments } from './wish-for-instalments';

/** Whatever changes is told: once, in a name, under the next number. Every kind of event there is happens here. */
const CUSTOMER_360 = 'cdp-retention~agg-customer-360';
const ORDER_ECONOMICS = 'cdp-retention~agg-order-economics';
const seen = new Set<EventKind>();
let story: Story;
let told = 0;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story.end());

/** What was told since the last step: numbered on from it, each in a name, no two alike. */
async function next(): Promise<Event[]> {
  const { events } = await story.read(Events, `/events?since=${told}&limit=500`);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => told + 1 + i));
  for (const event of events) {
    expect([event.kind, event.by]).not.toEqual([event.kind, null]);
    seen.add(event.kind);
  }
  expect(new Set(events.map(({ kind, subject }) => JSON.stringify([kind, subject]))).size).toBe(events.length);
  told += events.length;
  return events;
}
const kindsOf = (events: readonly Event[]) => events.map(({ kind }) => kind);

/** A write that is made, and made again by a browser that did not hear the answer. */
async function twice(status: number, method: string, address: string, said: Said): Promise<unknown> {
  const keyed = { ...said, key: randomUUID() };
  const first = await story.must(status, method, address, keyed);
  expect(await story.must(status, method, address, keyed)).toEqual(first);
  return first;
}

type Decided = { action: string; lines?: 'freshness'; [more: string]: unknown };

async function decide(as: string, ask: string, body: Decided): Promise<void> {
  const page = await story.read(AskPage, `/asks/${ask}`, as);
  const lines = page.lines.filter(({ kind }) => kind === 'freshness').map(({ id }) => id);
  const said = { as, body: 'lines' in body ? { ...body, lines } : body, ifMatch: versionTag(page.version) };
  await twice(200, 'POST', `/asks/${ask}/decision`, said);
}

/** The asks of which a push has moved anything, by where it is now. */
async function asksMovedBy(push: () => Promise<unknown>): Promise<string[]> {
  const before = new Map((await story.requirementRows()).map((row) => [row.id, `${row.state} ${row.pushId}`]));
  await push();
  const moved = (await story.requirementRows()).filter((row) => before.get(row.id) !== `${row.state} ${row.pushId}`);
  return [
    ...new Set(moved.map((row) => `ask-${row.state} ${row.productKey} ${entityOfTarget(row.target || null) ?? ''}`)),
  ];
}

test('how the story began is told from its first number on', async () => {
  const events = await next();
  expect(kindsOf(events).slice(0, 1)).toEqual(['workspace-imported']);
  const versions = await story.database.db.modelVersion.count();
  expect(events.filter(({ kind }) => kind === 'version-published')).toHaveLength(versions);
  expect(events.filter(({ kind }) => kind === 'pushed-upstream')).toHaveLength(await story.database.db.push.count());
});

test('a save, a version, a push, and one event for each ask it moved', { timeout: 60_000 }, async () => {
  await story.tightenTo(800);
  expect(kindsOf(await next())).toEqual(['draft-saved']);
  const moved = await asksMovedBy(() => story.send('sooner'));
  const events = await next();
  expect(kindsOf(events).slice(0, 2)).toEqual(['version-published', 'pushed-upstream']);
  expect(kindsOf(events.slice(2)).sort()).toEqual(moved.map((one) => one.split(' ', 1)[0]).sort());
  expect(moved.length).toBeGreaterThan(1);
});

test('each move of a person is one event, told once however often it is sent', { timeout: 120_000 }, async () => {
  const steps: [string, string, Decided, EventKind][] = [
    [
      'bruno',
      CUSTOMER_360,
      { action: 'counter', value: 1440, reason: 'nights only', lines: 'freshness' },
      'ask-countered',
    ],
    ['ana', CUSTOMER_360, { action: 'answer', reason: 'noon', lines: 'freshness' }, 'ask-answered'],
    [
      'bruno',
      CUSTOMER_360,
      { action: 'need-information', question: 'Which days?', lines: 'freshness' },
      'ask-questioned',
    ],
    ['ana', CUSTOMER_360, { action: 'answer', reason: 'weekdays', lines: 'freshness' }, 'ask-answered'],
    ['bruno', CUSTOMER_360, { action: 'delegate', to: 'davi', lines: 'freshness' }, 'ask-delegated'],
    ['davi', CUSTOMER_360, { action: 'defer', until: '2099-01-31', lines: 'freshness' }, 'ask-deferred'],
    ['bruno', CUSTOMER_360, { action: 'counter', value: 1000, reason: 'so much', lines: 'freshness' }, 'ask-countered'],
    ['bruno', ORDER_ECONOMICS, { action: 'decline', reason: 'not so soon' }, 'ask-declined'],
    ['ana', CUSTOMER_360, { action: 'agree', lines: 'freshness' }, 'ask-agreed'],
    ['bruno', CUSTOMER_360, { action: 'implement', lines: 'freshness' }, 'ask-implemented'],
    ['ana', CUSTOMER_360, { action: 'verify', lines: 'freshness' }, 'ask-verified'],
  ];
  // What is asked further upstream follows from the agreement, and is promised already.
  const followed: Partial<Record<EventKind, EventKind[]>> = {
    'ask-agreed': ['consumer-replanned', 'ask-covered', 'ask-covered', 'ask-covered'],
  };
  for (const [as, ask, body, kind] of steps) {
    await decide(as, ask, body);
    expect([as, kindsOf(await next())]).toEqual([as, [kind, ...(followed[kind] ?? [])]]);
  }
  // Still possible with the runs there are: nobody can say yes to what is not.
  await story.tightenTo(797);
  await story.send('sooner still');
  await next();
  await decide('bruno', ORDER_ECONOMICS, { action: 'accept' });
  expect(kindsOf(await next())).toEqual(['ask-accepted']);
});

test('what somebody wished for and somebody provides: one version, one origin, everybody planned again', async () => {
  await story.save({ put: await wishForInstalments(story) });
  await story.send('churn by how people pay');
  await next();
  const address = '/asks/cdp-retention~agg-customer-360~order';
  const { version } = await story.read(AskPage, address, 'bruno');
  const keys = [{ own: 'order_id', other: 'order_id' }];
  const from = { ref: 'src-payments.payment', name: 'instalments', join: { type: 'left', keys }, collapse: 'max' };
  const said = { as: 'bruno', body: { target: 'order.instalments', from }, ifMatch: versionTag(version) };
  await twice(200, 'POST', `${address}/provide`, said);
  const kinds = kindsOf(await next());
  for (const kind of ['version-published', 'attribute-provided'] as const)
    expect([kind, kinds.filter((one) => one === kind).length]).toEqual([kind, 1]);
});

test('what is no longer needed is withdrawn, once per ask', async () => {
  const { revision } = await story
    .preview()
    .then(() => story.save({ remove: ['wish', 'wish-measure', 'wish-metric'] }));
  expect(revision).toBeGreaterThan(0);
  const moved = await asksMovedBy(() => story.send('not by how they pay'));
  const events = (await next()).slice(3);
  expect(moved.some((one) => one.startsWith('ask-withdrawn'))).toBe(true);
  expect(kindsOf(events).sort()).toEqual(moved.map((one) => one.split(' ', 1)[0]).sort());
});

test('products, teams and people', async () => {
  const body = {
    name: 'Café orders',
    alignment: 'aggregate',
    owner: 'order-platform',
    domain: null,
    description: null,
  };
  const { key } = ProductCreated.parse(await twice(201, 'POST', '/products', { as: 'carla', body }));
  expect(kindsOf(await next())).toEqual(['product-created']);
  const { rowVersion } = await story.read(ProductPage, `/products/${key}`);
  const change = { goodFor: 'Coffee', owner: 'payments' };
  await story.must(200, 'PATCH', `/products/${key}`, { as: 'fabio', body: change, ifMatch: versionTag(rowVersion) });
  expect(kindsOf(await next()).filter((kind) => kind !== 'consumer-replanned')).toEqual([
    'product-changed',
    'owner-handed-over',
  ]);

  const orders = await story.read(ProductPage, '/products/src-orders');
  const slower = {
    build: { mode: 'scheduled', everyMinutes: 1440, takesMinutes: 30 },
    promises: { freshnessMinutes: 1470 },
  };
  const said = { as: 'carla', body: slower, ifMatch: versionTag(orders.rowVersion) };
  await story.must(200, 'PATCH', '/products/src-orders', said);
  expect(kindsOf(await next()).filter((kind) => !kind.startsWith('ask-'))).toEqual([
    'product-changed',
    'consumer-replanned',
    'consumer-replanned',
  ]);

  const team = { name: 'Loyalty', domain: null };
  const loyalty = Kept.parse(await twice(201, 'POST', '/teams', { as: 'fabio', body: team }));
  await story.must(200, 'PATCH', `/teams/${loyalty.key}`, {
    as: 'fabio',
    body: { ...team, name: 'Care' },
    ifMatch: await tagOf(loyalty.key),
  });
  const person = { name: 'Gil Costa', title: 'Engineer', role: 'engineer', teams: [loyalty.key] };
  const gil = Kept.parse(await twice(201, 'POST', '/people', { as: 'fabio', body: person }));
  await story.must(200, 'PATCH', `/people/${gil.key}`, {
    as: 'fabio',
    body: { teams: ['payments'] },
    ifMatch: await tagOf(gil.key),
  });
  expect(kindsOf(await next())).toEqual(['team-created', 'team-changed', 'person-added', 'person-changed']);

  const { prices } = await story.read(LedgerPage, '/ledger', 'carla');
  const ifMatch = versionTag(prices.version);
  const dearer = { ...prices.stated, storagePerGbMonth: 0.05 };
  await story.refused(403, 'PUT', '/ledger/prices', { as: 'ana', body: dearer, ifMatch });
  await story.must(200, 'PUT', '/ledger/prices', { as: 'carla', body: dearer, ifMatch });
  await story.refused(412, 'PUT', '/ledger/prices', { as: 'carla', body: {}, ifMatch });
  expect((await story.read(LedgerPage, '/ledger', 'ana')).prices).toMatchObject({
    stated: { storagePerGbMonth: 0.05 },
    canEdit: false,
  });
  expect((await story.read(Ledger, '/ledger/file', 'ana')).prices).toMatchObject({ storagePerGbMonth: 0.05 });
  expect(kindsOf(await next())).toEqual(['prices-changed']);
});

test('comments, and nothing for what only reads, looks or is refused', async () => {
  const body = { subject: 'product:agg-customer-360', body: 'Which zone?' };
  const { id } = CommentAdded.parse(await twice(201, 'POST', '/comments', { as: 'ana', body }));
  for (const isResolved of [true, true, false, false])
    await story.must(204, 'PUT', `/comments/${id}/resolution`, { body: { isResolved } });
  expect(kindsOf(await next())).toEqual(['comment-added', 'comment-resolved', 'comment-reopened']);

  await story.must(204, 'PUT', '/events/read', { body: { seq: told } });
  await story.must(200, 'POST', '/products/cdp-retention/presence', { body: { isHere: true } });
  await story.must(200, 'GET', '/home');
  await story.preview();
  await story.refused(412, 'PATCH', '/products/cdp-retention/draft', {
    body: { put: [], remove: [] },
    ifMatch: revisionTag(1),
  });
  await story.refused(403, 'POST', '/teams', { as: 'ana', body: { name: 'X', domain: null }, key: randomUUID() });
  expect(await next()).toEqual([]);
});

test('no kind of event is left that nothing causes', () => {
  expect([...seen].sort()).toEqual([...EventKind.options].sort());
});

/** The tag of a team or a person as they are now. */
async function tagOf(key: string): Promise<string> {
  const { teams, people } = await story.read(Teams, '/teams', 'fabio');
  const version = [...teams, ...people].find((one) => one.key === key)?.version;
  if (version === undefined) throw new Error(`there is no ${key}`);
  return versionTag(version);
}
