import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Draft } from '@/lib/api/draft';
import { versionTag } from '@/lib/api/entity-tag';
import { ProductPage } from '@/lib/api/product-page';
import { RETENTION, Story } from './story';

const IMPORT = '/workspace/import';
const casaVerde = readFileSync('samples/casa-verde.yaml', 'utf8');
let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story.end());

/** Every table, row by row: what "changes nothing" means. Sessions are how one asks at all. */
async function everything(): Promise<Record<string, unknown[]>> {
  const { pool } = story.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name NOT IN ('session', '_prisma_migrations') ORDER BY 1`,
  );
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

const exported = async () => String((await story.call('GET', '/workspace/file')).body);

test.each([
  [
    'a file that ends in the middle',
    casaVerde.slice(0, casaVerde.indexOf('aggregation: count-distinct') + 'aggregation:'.length),
  ],
  ['an unknown key', casaVerde.replace('workspace: {', 'workspace: { colour: green,')],
  ['a reference to nothing', casaVerde.replace('owner: order-platform', 'owner: nobody-knows')],
  ['no file at all', 'not: a workspace'],
])('%s is refused with its place, and changes nothing', async (_, text) => {
  const before = await everything();
  const refused = await story.refused(422, 'POST', IMPORT, { as: 'fabio', body: { text, name: 'broken.yaml' } });
  expect(refused.code).toBe('file-refused');
  expect(refused.problems?.[0]).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  expect(await everything()).toEqual(before);
});

test('what breaks in the middle of writing takes back what was written before it', async () => {
  const before = await everything();
  await story.database.pool.query(`
    CREATE FUNCTION break_import() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.kind = 'workspace-imported' THEN RAISE EXCEPTION 'the disk is full'; END IF; RETURN NEW; END $$`);
  await story.database.pool.query(
    'CREATE TRIGGER break_import BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION break_import()',
  );
  const text = casaVerde.replace('name: Retention', 'name: Renamed');
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken = await story.refused(500, 'POST', IMPORT, { as: 'fabio', body: { text } });
  expect(broken.detail).not.toContain('disk');
  expect(logged.mock.calls.map(([words]) => String(words))).toEqual([
    expect.stringMatching(/^[0-9a-f-]{36} POST \/workspace\/import$/),
  ]);
  logged.mockRestore();
  await story.database.pool.query('DROP TRIGGER break_import ON event; DROP FUNCTION break_import');
  expect(await everything()).toEqual(before);
});

test('who goes before a file is in has called it off: nothing of it is kept, and it may be sent again', async () => {
  const before = await everything();
  const browser = new AbortController();
  const said = { as: 'fabio', body: { text: casaVerde }, key: 'import-that-is-called-off' };
  const answered = story.open('POST', IMPORT, said, browser.signal);
  browser.abort();
  expect((await answered).status).toBe(409);
  expect(await everything()).toEqual(before);
  await story.must(200, 'POST', IMPORT, said);
});

test('only an administrator replaces the catalog', async () => {
  const refused = await story.refused(403, 'POST', IMPORT, { as: 'carla', body: { text: casaVerde } });
  expect(refused.code).toBe('forbidden');
});

test('another workspace is refused while anything is asked here', async () => {
  const text = 'headwater: 1\nworkspace: { name: Elsewhere }\n';
  const refused = await story.refused(409, 'POST', IMPORT, { as: 'fabio', body: { text } });
  expect([refused.code, refused.detail]).toEqual(['workspace-in-use', expect.stringContaining('cdp-retention')]);
});

test('a file that has lost a product somebody needs is refused', async () => {
  const before = await everything();
  const text = casaVerde.slice(0, casaVerde.indexOf('  - key: cdp-category'));
  const refused = await story.refused(409, 'POST', IMPORT, { as: 'fabio', body: { text } });
  expect([refused.code, refused.detail]).toEqual(['workspace-in-use', expect.stringContaining('cdp-category')]);
  expect(await everything()).toEqual(before);
});

test('what is exported can be imported, and gives the same bytes', async () => {
  const text = await exported();
  const before = await story.requirementRows();
  await story.must(200, 'POST', IMPORT, { as: 'fabio', body: { text, name: 'export.yaml' } });
  expect(await exported()).toBe(text);
  expect(await story.requirementRows()).toEqual(before);
});

test('contracts are kept as the file states them, asked for upstream, exported again, and gone with the next file', async () => {
  const contracts = [
    'contracts:',
    '  - { consumer: cdp-retention, product: agg-customer-360, port: table, noticeDays: 90 }',
    '  - { consumer: agg-customer-360, product: src-orders, version: "0.2.0", noticeDays: 3000000000 }',
    '  - { consumer: cdp-retention, product: agg-customer-360, version: "2.1.0" }',
    '',
  ].join('\n');
  const without = await exported();
  const put = (text: string) => story.must(200, 'POST', IMPORT, { as: 'fabio', body: { text } });
  const notices = async () => {
    const { comparison } = await story.preview();
    return Object.values(comparison)
      .flat()
      .filter(({ kind }) => kind === 'stability')
      .map(({ product, value }) => ({ product, value }));
  };
  expect(await notices()).toEqual([]);

  await put(without + contracts);
  expect(await exported()).toBe(without + contracts);
  expect(await notices()).toContainEqual({ product: 'agg-customer-360', value: { noticeDays: 90 } });
  const backup = async () => String((await story.call('GET', '/workspace/file?backup=true')).body);
  const drawing = '/products/cdp-retention/draft';
  const [first, second] = (await story.read(Draft, drawing)).records.filter(({ kind }) => kind === 'entity');
  if (!first || !second) throw new Error('nothing drawn');
  const frame = (id: string, member: string) =>
    story.must(204, 'PUT', `${drawing}/layout`, {
      body: {
        positions: { [first.id]: { x: 1, y: 2 } },
        areas: { [id]: { name: 'Sales & returns', color: 'green', members: [member] } },
      },
    });
  await frame('one', first.id);
  const whole = await backup();
  expect(whole).toContain('areas: [ { id: one, name: Sales & returns, color: green, members: [');
  expect(whole.endsWith(contracts)).toBe(true);
  await frame('two', second.id);
  await put(whole);
  expect(await backup()).toBe(whole);

  const customers = '/products/agg-customer-360';
  const { rowVersion, notices: agreed } = await story.read(ProductPage, customers);
  expect(agreed).toEqual([{ reader: { key: 'cdp-retention', name: 'Retention' }, days: 90 }]);
  const change = { as: 'fabio', body: { ports: [] }, ifMatch: versionTag(rowVersion) };
  expect(await story.refused(409, 'PATCH', customers, change)).toMatchObject({
    code: 'port-agreed',
    detail: 'Retention has a contract about the port table.',
  });

  await put(without);
  expect(await exported()).toBe(without);
  expect(await notices()).toEqual([]);
});

test('importing the same workspace makes no new version, and an edited one makes one', async () => {
  const versions = async () =>
    story.database.db.modelVersion.count({ where: { product: { key: 'agg-customer-360' } } });
  const before = await versions();
  await story.must(200, 'POST', IMPORT, { as: 'fabio', body: { text: await exported() } });
  expect(await versions()).toBe(before);
  const edited = (await exported()).replace('One person who has ordered at least once.', 'A person who ordered.');
  expect(edited).not.toBe(await exported());
  const draft = await story.read(Draft, `${RETENTION}/draft`);
  await story.must(200, 'POST', IMPORT, { as: 'fabio', body: { text: edited } });
  const after = await story.read(Draft, `${RETENTION}/draft`);
  expect(after.revision).toBe(draft.revision + 1);
  const [last] = await story.database.db.event.findMany({
    where: { kind: 'version-published', subject: { path: ['product'], equals: 'cdp-retention' } },
    orderBy: { seq: 'desc' },
  });
  expect(last?.subject).toMatchObject({ product: 'cdp-retention', version: 2, reason: 'Imported' });
  expect(after.changedSincePublished).toBe(false);
});

test('a consumer whose asks are all withdrawn is not dropped either: what was decided would go with it', async () => {
  await story.database.db.requirement.updateMany({
    where: { consumerKey: 'cdp-category' },
    data: { state: 'withdrawn' },
  });
  const before = await everything();
  const text = casaVerde.slice(0, casaVerde.indexOf('  - key: cdp-category'));
  const refused = await story.refused(409, 'POST', IMPORT, { as: 'fabio', body: { text } });
  expect([refused.code, refused.detail]).toEqual(['workspace-in-use', expect.stringContaining('cdp-category')]);
  expect(await everything()).toEqual(before);
});

test('what is drawn and not published stays where a file brings nothing new', async () => {
  const atlas = `  - key: cdp-atlas
    name: Atlas
    owner: merchandising
    status: draft
    model: { entities: [ { key: thing, label: Thing, attributes: [ { key: id, type: string } ] } ] }
`;
  const text = (await exported()).replace(/^products:\n/m, (start) => start + atlas);
  await story.must(200, 'POST', IMPORT, { as: 'fabio', body: { text } });
  const { records } = await story.read(Draft, `${RETENTION}/draft`);
  const orders = records.filter((record) => record.kind === 'entity').filter(({ label }) => label === 'Order');
  await story.save({ put: orders.map((order) => ({ ...order, label: 'Purchase' })) });
  const drawn = async () => [
    await story.read(Draft, '/products/cdp-atlas/draft'),
    await story.read(Draft, `${RETENTION}/draft`),
  ];
  const before = await drawn();
  expect(before.map((one) => [one.records.length > 0, one.published === null, one.changedSincePublished])).toEqual([
    [true, true, true],
    [true, false, true],
  ]);
  await story.must(200, 'POST', IMPORT, { as: 'fabio', body: { text: await exported() } });
  expect(await drawn()).toEqual(before);
});
