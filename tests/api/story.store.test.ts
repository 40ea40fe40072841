import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draft } from '@/lib/api/draft';
import { Inbox } from '@/lib/api/inbox';
import { LedgerPage, LedgerRows } from '@/lib/api/ledger';
import { Lineage } from '@/lib/api/lineage';
import { Problem } from '@/lib/api/problem';
import { ProductPage } from '@/lib/api/product-page';
import { Products } from '@/lib/api/products';
import { Sent } from '@/lib/api/send';
import { Ledger } from '@/lib/engine/ledger/ledger';
import { RETENTION, Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story.end());

test('whoever comes without a session is Ana, in the Casa Verde workspace', async () => {
  const { status, body } = await story.call('GET', '/me');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    person: { key: 'ana', role: 'analyst' },
    demo: true,
    workspace: { name: 'Casa Verde' },
  });
});

test('a visitor may be anyone of the story', async () => {
  expect((await story.call('GET', '/me', { as: 'carla' })).body).toMatchObject({ person: { name: 'Carla Mendes' } });
  const { status, body } = await story.call('PUT', '/demo/session', { body: { person: 'nobody' } });
  expect([status, Problem.parse(body).code]).toEqual([404, 'not-found']);
});

test('a session is a cookie no script can read, and being somebody else ends the one before', async () => {
  const { db } = story.database;
  const first = await story.call('PUT', '/demo/session', { body: { person: 'bruno' } });
  const [cookie = ''] = first.headers.getSetCookie();
  expect(cookie).toMatch(/^headwater\.session_token=[^;]+;/);
  expect(cookie.toLowerCase()).toMatch(/; httponly/);
  expect(cookie.toLowerCase()).toMatch(/; samesite=lax/);
  const headers = { cookie: cookie.split(';', 1)[0] ?? '' };
  expect((await story.call('GET', '/me', { headers })).body).toMatchObject({ person: { key: 'bruno' } });

  const sessions = await db.session.count();
  await story.call('PUT', '/demo/session', { body: { person: 'davi' }, headers });
  expect(await db.session.count()).toBe(sessions);
  expect((await story.call('GET', '/me', { headers })).body).toMatchObject({ person: { key: 'ana' } });
});

test('a cookie somebody made up is nobody', async () => {
  const headers = { cookie: 'headwater.session_token=abc.def' };
  expect((await story.call('GET', '/me', { headers })).body).toMatchObject({ person: { key: 'ana' } });
});

test('the story begins with everything sent and everything covered', async () => {
  const preview = await story.preview();
  expect(preview.summary.totals).toMatchObject({ needsMore: 0, nobody: 0 });
  expect(preview.summary.bytes.share).toBeGreaterThan(0.3);
  expect(preview.summary.bytes.share).toBeLessThan(0.36);
  const { unchanged, ...changed } = preview.comparison;
  expect(Object.values(changed).flat()).toEqual([]);
  expect(unchanged.length).toBeGreaterThan(50);
  expect(preview.asks.every((ask) => ask.covered)).toBe(true);
});

test.each([
  '/people',
  '/products?alignment=source&limit=3',
  '/products/src-orders',
  '/products/agg-customer-360',
  '/products/cdp-retention',
  '/products/cdp-retention/versions',
  '/products/cdp-retention/versions/1',
  '/lineage',
  '/lineage/field?product=cdp-retention&field=review.score',
  '/what-exists?product=cdp-retention&q=customer',
  '/sources',
  '/ledger',
  '/ledger/rows?of=tables&from=3',
  '/ledger/columns?source=shop&table=orders',
  '/ledger/file',
  '/shared-work',
  '/products/cdp-retention/candidates?record=entity:customer',
  '/events?limit=500',
  '/inbox',
  '/health',
  '/openapi.json',
])('%s answers what it says it does', async (address) => {
  const { status, body, headers } = await story.call('GET', address, { as: 'carla' });
  expect([status, status === 200 ? null : body]).toEqual([200, null]);
  expect(headers.get('cache-control')).toBe('private, no-store');
});

test('what crosses a line of the lineage is called by its names, and its room is what is left of three numbers', async () => {
  const { edges } = await story.read(Lineage, '/lineage');
  const edge = edges.find(({ from, to }) => from === 'agg-order-economics' && to === 'agg-customer-360');
  expect(edge?.entities).toEqual([{ key: 'order', name: 'Order' }]);
  expect(edge?.age).toEqual({ needed: 1440, spent: 400, offered: 420 });
  expect(edge?.slackMinutes).toBe(620);
});

test('a page at a time leaves no product out and shows none twice', async () => {
  const keys: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await story.read(Products, `/products?limit=2${cursor}`);
    keys.push(...page.products.map((product) => product.key));
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  expect(keys.length).toBe(11);
  expect(new Set(keys).size).toBe(11);
});

test('the lists of the ledger, put together from their parts, are those of the whole', async () => {
  const whole = await story.read(Ledger, '/ledger/file', 'carla');
  const page = await story.read(LedgerPage, '/ledger', 'carla');
  const keysOf = (rows: readonly { source: string; table: string }[]) =>
    rows.map(({ source, table }) => [source, table]);
  expect(page.totals).toEqual(whole.totals);
  const { tables, unusedColumns } = page.lists;
  expect(keysOf(tables.rows).toSorted()).toEqual(keysOf(whole.tables).toSorted());
  expect(unusedColumns).toMatchObject({ count: whole.unusedColumns.length, rows: whole.unusedColumns.slice(0, 8) });
  const rest = await story.read(LedgerRows, '/ledger/rows?of=unusedColumns&from=8', 'carla');
  expect(rest.edition).toBe(page.edition);
  expect([...unusedColumns.rows, ...(rest.lists.unusedColumns?.rows ?? [])]).toEqual(whole.unusedColumns);
  const comment = rest.names.tables
    .concat(page.names.tables)
    .flatMap(({ columns }) => columns.review_comment_message ?? []);
  expect(comment).toEqual(['Comment']);
  const beyond = await story.read(LedgerRows, '/ledger/rows?of=unusedColumns&from=9999', 'carla');
  expect(beyond).toEqual({
    edition: page.edition,
    lists: { unusedColumns: { count: whole.unusedColumns.length, rows: [] } },
    names: { products: [], teams: [], tables: [] },
  });
});

describe('a change of what Ana needs', () => {
  const change = { key: 'send-2-hours', reason: 'Marketing wants win-back within 2 hours.' };

  test('is saved to the draft, and the plan says who cannot keep it', async () => {
    await story.tightenTo(120);
    const preview = await story.preview();
    expect(preview.summary.freshness).toMatchObject({ maxMinutes: 120, feasible: false });
    const age = new Map(preview.comparison.tightened.map((line) => [line.product, line.value]));
    expect(Object.fromEntries(age)).toEqual({
      'agg-customer-360': 120,
      'agg-order-economics': -280,
      'src-customers': -280,
      'src-reviews': -280,
      'src-orders': -670,
      'src-catalog': -670,
    });
    const [repair] = preview.summary.freshness.conflicts.flatMap((conflict) => conflict.repairs);
    expect(repair?.change.schedules).toHaveLength(2);
    const repaired = await story.preview({ whatIf: repair?.change });
    expect(repaired.summary.freshness.feasible).toBe(true);
  });

  test('comes back to what it was when the need goes back', async () => {
    await story.tightenTo(1440);
    const preview = await story.preview();
    const { unchanged: _, ...changed } = preview.comparison;
    expect(Object.values(changed).flat()).toEqual([]);
  });

  test('asks the owners upstream once it is sent, and nobody twice', async () => {
    await story.tightenTo(800);
    const draft = await story.read(Draft, `${RETENTION}/draft`);
    const preview = await story.preview();
    const order = { reason: change.reason, fingerprint: preview.fingerprint };
    const said = { body: order, ifMatch: `"r${draft.revision}"`, key: change.key };
    const first = await story.call('POST', `${RETENTION}/send`, said);
    expect([first.status, first.body]).toEqual([201, expect.objectContaining({ version: 2 })]);
    const sent = Sent.parse(first.body);
    const repeated = await story.call('POST', `${RETENTION}/send`, said);
    expect([repeated.status, repeated.body]).toEqual([201, sent]);
    expect(repeated.headers.get('idempotency-replayed')).toBe('true');

    const inbox = await story.read(Inbox, '/inbox', 'bruno');
    const open = inbox.products.flatMap((product) => product.asks).filter((ask) => ask.state === 'open');
    expect([sent.asked, sent.withdrawn]).toEqual([4, 0]);
    expect(open.map((ask) => [ask.title, ask.open])).toEqual([
      ['Order economics: available 99.6 %, at most 6 h 40 old', 1],
      ['Customer 360: available 99.6 %, at most 13 h 20 old', 1],
    ]);
  });

  test('sent again as it is changes nothing that is asked', async () => {
    const before = await story.requirementRows();
    const draft = await story.read(Draft, `${RETENTION}/draft`);
    const { fingerprint } = await story.preview();
    const said = { body: { reason: 'again', fingerprint }, ifMatch: `"r${draft.revision}"`, key: 'send-again-1' };
    const again = await story.call('POST', `${RETENTION}/send`, said);
    expect([again.status, again.body]).toEqual([201, expect.objectContaining({ version: 2, asked: 0, withdrawn: 0 })]);
    const { push } = Sent.parse(again.body);
    expect(await story.database.db.push.findFirst({ where: { id: push } })).toMatchObject({ reason: 'again' });
    const { changes } = await story.read(ProductPage, RETENTION);
    expect(changes.map(({ words }) => words)).toContainEqual(expect.stringContaining('upstream (“again”)'));
    expect(await story.requirementRows()).toEqual(before);
  });
});
