import { afterAll, beforeAll, expect, test } from 'vitest';
import { AskPage } from '@/lib/api/asks';
import { BuildSheet } from '@/lib/api/build-sheet';
import { Draft } from '@/lib/api/draft';
import { revisionTag, versionTag } from '@/lib/api/entity-tag';
import { Events } from '@/lib/api/events';
import { Home } from '@/lib/api/home';
import {
  ChangeEffect,
  ProductChanged,
  ProductCreated,
  PublishedUpstream,
  PublishPreview,
} from '@/lib/api/product-changes';
import { ProductPage } from '@/lib/api/product-page';
import { Kept, Teams } from '@/lib/api/teams';
import { Story } from './story';

const ORDERS = '/products/src-orders';
let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story.end());

const eventsSince = async (since: number) => (await story.read(Events, `/events?since=${since}&limit=200`)).events;
const count = () => story.database.db.event.count();
const slower = {
  build: { mode: 'scheduled', everyMinutes: 1440, takesMinutes: 30 },
  promises: { freshnessMinutes: 1470 },
};
const patch = (as: string, version: number, body: unknown) =>
  story.call('PATCH', ORDERS, { as, body, ifMatch: versionTag(version) });

test('before it is saved, a change of schedule says who breaks, by name and in numbers', async () => {
  const before = await count();
  const effect = ChangeEffect.parse(await story.must(200, 'POST', `${ORDERS}/effect`, { as: 'carla', body: slower }));
  expect(effect.effects.map(({ consumer, breaks }) => [consumer.name, breaks])).toEqual([
    ['Retention', true],
    ['Category revenue', true],
  ]);
  const retention = effect.effects.find(({ consumer }) => consumer.key === 'cdp-retention');
  expect(retention?.people.map(({ name }) => name)).toContain('Ana Souza');
  expect(retention?.broken.map(({ words }) => words).join()).toContain('was 30 min, becomes 24 h 30');
  expect(await count()).toBe(before);
});

test('a house rule is broken by what nobody needs too, and its page says so', async () => {
  const { brokenHouseRules } = await story.read(ProductPage, '/products/src-geo');
  expect(brokenHouseRules).toEqual([
    'The house rule “somebody-owns-it” wants Geolocation owned by somebody; nobody owns it.',
  ]);
  expect((await story.read(ProductPage, ORDERS)).brokenHouseRules).toEqual([]);
});

test('only the owner of the owning team and an administrator may, and only with the version they saw', async () => {
  const { rowVersion } = await story.read(ProductPage, ORDERS);
  for (const person of ['ana', 'bruno', 'davi']) expect((await patch(person, rowVersion, slower)).status).toBe(403);
  expect((await patch('carla', rowVersion + 1, slower)).status).toBe(412);
  expect((await story.call('PATCH', ORDERS, { as: 'carla', body: slower })).status).toBe(428);
  expect((await patch('carla', rowVersion, { owner: 'nobody-here' })).status).toBe(404);
  const { status, body } = await patch('carla', rowVersion, { build: slower.build });
  expect([status, body]).toEqual([422, expect.objectContaining({ code: 'promise-not-kept' })]);
});

test('saved, every live consumer is planned again and its asks are open; put back, all of it is covered again', async () => {
  const { rowVersion, build, promises } = await story.read(ProductPage, ORDERS);
  const before = await count();
  const changed = ProductChanged.parse((await patch('carla', rowVersion, slower)).body);
  const kinds = (await eventsSince(before)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'product-changed')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'consumer-replanned')).toHaveLength(2);
  const ask = await story.read(AskPage, '/asks/cdp-retention~src-orders', 'carla');
  expect(ask.lines.find(({ kind }) => kind === 'freshness')).toMatchObject({
    state: 'proposed',
    verdict: 'infeasible',
  });

  const back = ProductChanged.parse((await patch('carla', changed.rowVersion, { build, promises })).body);
  const after = await story.read(AskPage, '/asks/cdp-retention~src-orders', 'carla');
  expect(after.lines.find(({ kind }) => kind === 'freshness')).toMatchObject({ state: 'covered', verdict: 'met' });
  const again = await count();
  expect((await patch('carla', back.rowVersion, { build, promises })).status).toBe(200);
  expect(await count()).toBe(again);
});

test('a product is handed over once, with the teams before and after', async () => {
  const { rowVersion } = await story.read(ProductPage, ORDERS);
  const before = await count();
  const changed = ProductChanged.parse((await patch('carla', rowVersion, { owner: 'sales-data' })).body);
  expect((await eventsSince(before)).map(({ kind }) => kind)).toEqual(['owner-handed-over']);
  expect((await patch('carla', changed.rowVersion, { owner: 'order-platform' })).status).toBe(403);
  expect((await patch('fabio', changed.rowVersion, { owner: 'order-platform' })).status).toBe(200);
  const row = await story.database.db.event.findFirst({
    where: { kind: 'owner-handed-over' },
    orderBy: { seq: 'asc' },
  });
  expect([row?.before, row?.after]).toEqual(['order-platform', 'sales-data']);
});

test('a new product has an owner, a key from its name and an empty model that opens', async () => {
  const body = {
    name: 'Café orders',
    alignment: 'aggregate',
    owner: 'order-platform',
    domain: null,
    description: null,
  };
  expect((await story.call('POST', '/products', { as: 'bruno', body, key: 'create-no-1' })).status).toBe(403);
  const said = { as: 'carla', body, key: 'create-yes-1' };
  const { key } = ProductCreated.parse(await story.must(201, 'POST', '/products', said));
  await story.must(201, 'POST', '/products', said);
  expect(key).toBe('agg-cafe-orders');
  const page = await story.read(ProductPage, `/products/${key}`);
  expect([page.status, page.version, page.changes.map(({ kind }) => kind)]).toEqual([
    'draft',
    null,
    ['product-created'],
  ]);
  expect((await story.read(Draft, `/products/${key}/draft`, 'carla')).canEdit).toBe(true);
  const other = ProductCreated.parse(await story.must(201, 'POST', '/products', { ...said, key: 'create-yes-2' }));
  expect(other.key).toBe('agg-cafe-orders-2');
});

test('publishing an upstream model names the metrics it breaks, and plans everybody again', async () => {
  const address = '/products/agg-customer-360';
  const draft = await story.read(Draft, `${address}/draft`, 'bruno');
  expect((await story.call('GET', `${address}/publish-preview`, { as: 'bruno' })).status).toBe(409);
  const score = draft.records.find((one) => one.kind === 'attribute' && one.name === 'score');
  if (!score) throw new Error('the story has no scores');
  const body = { put: [], remove: [score.id] };
  await story.must(200, 'PATCH', `${address}/draft`, { as: 'bruno', body, ifMatch: revisionTag(draft.revision) });
  const preview = await story.read(PublishPreview, `${address}/publish-preview`, 'bruno');
  const retention = preview.effects.find(({ consumer }) => consumer.key === 'cdp-retention');
  expect(retention?.breaks).toBe(true);
  expect([...(retention?.lost ?? []), ...(retention?.metrics ?? [])].join()).toMatch(/score/i);
  const said = {
    as: 'bruno',
    body: { reason: 'Scores moved elsewhere' },
    ifMatch: revisionTag(preview.revision),
    key: 'publish-key-1',
  };
  expect((await story.call('POST', `${address}/publish`, { ...said, as: 'ana', key: 'publish-key-0' })).status).toBe(
    403,
  );
  const before = await count();
  const published = PublishedUpstream.parse(await story.must(201, 'POST', `${address}/publish`, said));
  expect(published.version).toBe(2);
  const [version, replanned] = await eventsSince(before);
  expect([version?.kind, replanned?.kind]).toEqual(['version-published', 'consumer-replanned']);
  expect(replanned?.words).toMatch(/Retention was planned again: .*Average review score.* can no longer be computed/);
  const { models } = await story.read(Home, '/home', 'ana');
  expect(models.find((one) => one.key === 'cdp-retention')?.leftOut).toContain('Average review score');
  expect(
    (await story.call('POST', '/products/cdp-retention/publish', { ...said, as: 'ana', key: 'publish-key-2' })).status,
  ).toBe(403);
});

test('a build sheet says what to collate and why, as data and as Markdown', async () => {
  const sheet = await story.read(BuildSheet, `${ORDERS}/build-sheet`, 'carla');
  expect(sheet.kind).toBe('work-pack');
  const { body, headers, status } = await story.call('GET', `${ORDERS}/build-sheet.md`, { as: 'carla' });
  expect([status, headers.get('content-type'), String(body).split('\n')[0]]).toEqual([
    200,
    'text/markdown; charset=utf-8',
    '# Work pack: Orders',
  ]);
});

test('teams and people are an administrator’s to keep; a person who is moved acts for the new team', async () => {
  const team = { name: 'Loyalty', domain: null };
  expect((await story.call('POST', '/teams', { as: 'carla', body: team, key: 'team-no-01' })).status).toBe(403);
  const before = await count();
  const { key } = Kept.parse(await story.must(201, 'POST', '/teams', { as: 'fabio', body: team, key: 'team-yes-1' }));
  const renamed = { as: 'fabio', body: { ...team, name: 'Loyalty and care' } };
  expect((await story.call('PATCH', `/teams/${key}`, renamed)).status).toBe(428);
  expect((await story.call('PATCH', `/teams/${key}`, { ...renamed, ifMatch: versionTag(1) })).status).toBe(412);
  await story.must(200, 'PATCH', `/teams/${key}`, { ...renamed, ifMatch: await seen(key) });
  const twin = { as: 'fabio', body: { name: 'Loyalty and care', domain: null }, key: 'team-twin-1' };
  expect((await story.call('POST', '/teams', twin)).status).toBe(409);
  const person = { name: 'Gil Costa', title: 'Engineer', role: 'engineer', teams: [key] };
  const gil = Kept.parse(await story.must(201, 'POST', '/people', { as: 'fabio', body: person, key: 'person-new-1' }));
  const moved = { as: 'fabio', body: { teams: ['payments'] }, ifMatch: await seen(gil.key) };
  await story.must(200, 'PATCH', `/people/${gil.key}`, moved);
  expect((await story.call('PATCH', `/people/${gil.key}`, moved)).status).toBe(412);
  const { teams, people, canManage } = await story.read(Teams, '/teams', 'fabio');
  expect(canManage).toBe(true);
  expect(teams.find((one) => one.key === key)).toMatchObject({ name: 'Loyalty and care', people: [] });
  expect(people.find((one) => one.key === gil.key)).toMatchObject({ initials: 'GC', teams: [{ key: 'payments' }] });
  expect((await eventsSince(before)).map(({ kind }) => kind)).toEqual([
    'team-created',
    'team-changed',
    'person-added',
    'person-changed',
  ]);
  expect((await story.call('GET', '/inbox', { as: gil.key })).status).toBe(200);
});

/** The tag of a team or a person as they are now. */
async function seen(key: string): Promise<string> {
  const { teams, people } = await story.read(Teams, '/teams', 'fabio');
  const version = [...teams, ...people].find((one) => one.key === key)?.version;
  if (version === undefined) throw new Error(`there is no ${key}`);
  return versionTag(version);
}
