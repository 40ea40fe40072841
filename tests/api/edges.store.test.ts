import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draft } from '@/lib/api/draft';
import { revisionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import type { ModelRecord } from '@/lib/model/records';
import { RETENTION, type Said, Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story.end());

describe('a write is taken from our own pages only', () => {
  test.each<[string, Record<string, string>, number]>([
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['with a foreign origin', { 'sec-fetch-site': '', origin: 'https://evil.example' }, 403],
    ['with no word about where it comes from', { 'sec-fetch-site': '' }, 403],
    ['with our origin', { 'sec-fetch-site': '', origin: 'http://127.0.0.1:3000' }, 200],
    ['typed in by the person', { 'sec-fetch-site': 'none' }, 200],
    ['under a foreign name that points here', { host: 'evil.example:3000' }, 403],
  ])('%s', async (_, headers, status) => {
    expect((await story.call('POST', `${RETENTION}/preview`, { body: {}, headers })).status).toBe(status);
  });

  test('every write of the registry is guarded', async () => {
    for (const route of Object.values(routes).filter((one) => one.method !== 'GET')) {
      const address = route.path.replace('{key}', 'cdp-retention');
      const { status, body } = await story.call(route.method, address, {
        body: {},
        headers: { 'sec-fetch-site': 'cross-site' },
      });
      expect([route.path, status, body]).toEqual([route.path, 403, expect.objectContaining({ code: 'cross-origin' })]);
    }
  });
});

describe('a body is JSON of a bearable size that says what the route takes', () => {
  test.each<[string, Said, number, string]>([
    ['text', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'not-json'],
    ['a form', { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'not-json'],
    ['half of JSON', { body: '{"records": [' }, 400, 'malformed-json'],
    ['nothing', { body: '' }, 400, 'malformed-json'],
    ['an unknown key', { body: { colour: 'green' } }, 422, 'invalid-request'],
    ['a wrong type', { body: { records: 'all' } }, 422, 'invalid-request'],
    ['a prototype', { body: '{"__proto__": {"isAdmin": true}}' }, 422, 'invalid-request'],
    ['11 MB', { body: JSON.stringify({ records: 'x'.repeat(11 * 1024 * 1024) }) }, 413, 'too-large'],
    [
      '11 MB that say they are few',
      { body: JSON.stringify({ records: 'x'.repeat(11 * 1024 * 1024) }), headers: { 'content-length': '12' } },
      413,
      'too-large',
    ],
  ])('%s is refused', async (_, said, status, code) => {
    const problem = await story.refused(status, 'POST', `${RETENTION}/preview`, said);
    expect(problem.code).toBe(code);
    if (status === 422) expect(problem.problems?.[0]?.path[0]).toBe('body');
  });
});

test.each(['nul \u0000', 'half a pair \ud83d'])('text that cannot be kept is refused by name: %j', async (text) => {
  const { records, revision } = await story.read(Draft, `${RETENTION}/draft`);
  const put = records.flatMap((record) => (record.kind === 'metric' ? [{ ...record, definition: text }] : []));
  const said = { body: { put, remove: [] }, ifMatch: revisionTag(revision) };
  const problem = await story.refused(422, 'PATCH', `${RETENTION}/draft`, said);
  expect(problem.detail).toContain('definition');
  expect((await story.call('GET', `/asks/cdp~src~${encodeURIComponent(text.toWellFormed())}`)).status).toBeLessThan(
    500,
  );
});

test('a query with a key nobody knows is refused by name', async () => {
  const problem = await story.refused(422, 'GET', '/products?colour=green');
  expect(problem.detail).toContain('colour');
});

test('a number the store cannot count to is no number of ours', async () => {
  const beyond = 2 ** 31;
  for (const address of [`${RETENTION}/versions/${beyond}`, `${RETENTION}/draft/changes?since=${beyond}`])
    expect((await story.refused(422, 'GET', address)).code).toBe('invalid-request');
  const said = { body: { put: [], remove: [] }, ifMatch: `"r${beyond}"` };
  expect((await story.refused(422, 'PATCH', `${RETENTION}/draft`, said)).code).toBe('invalid-request');
});

test('a deadline further away than any calendar is sent, and stands as it was meant', async () => {
  const { records } = await story.read(Draft, `${RETENTION}/draft`);
  const dayOffset = -(2 ** 40);
  const put = records.flatMap((record): ModelRecord[] =>
    record.kind === 'expectation' && record.rule.rule === 'freshness'
      ? [{ ...record, rule: { rule: 'deadline', at: '06:00', dayOffset } }]
      : [],
  );
  expect(put).toHaveLength(1);
  await story.save({ put });
  await story.send('in time');
  const rows = (await story.requirementRows()).filter(
    ({ kind, state }) => kind === 'deadline' && state !== 'withdrawn',
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(Math.abs((row.dayOffset ?? 0) - dayOffset)).toBeLessThan(3);
});

test('what is not there is not found, whoever asks', async () => {
  for (const address of ['/products/none', '/products/none/draft', '/asks/none~none', '/asks/none']) {
    expect((await story.refused(404, 'GET', address)).code).toBe('not-found');
  }
});

test('whoever somebody was in a demonstration they are after a restart', async () => {
  const opened = await story.call('PUT', '/demo/session', { body: { person: 'fabio' } });
  const cookie = opened.headers.getSetCookie().map((one) => one.split(';', 1)[0]);
  Reflect.deleteProperty(globalThis, 'headwaterAuth'); // of the process that was
  const me = await story.must(200, 'GET', '/me', { headers: { cookie: cookie.join('; ') } });
  expect(me).toMatchObject({ person: { key: 'fabio' } });
});

test('a workspace without people lets nobody in', async () => {
  await story.database.pool.query('ALTER TABLE person DISABLE TRIGGER ALL');
  const { rows } = await story.database.pool.query<{ n: string }>('SELECT count(*) AS n FROM person');
  expect(Number(rows[0]?.n)).toBeGreaterThan(0);
  await story.database.pool.query(`UPDATE person SET key = 'was-' || key, "userId" = NULL`);
  for (const route of Object.values(routes).filter((one) => one.auth === 'person' && one.method === 'GET')) {
    const address = route.path.replace('{key}', 'cdp-retention').replace('{number}', '1');
    expect([address, (await story.refused(401, 'GET', address)).code]).toEqual([address, 'not-signed-in']);
  }
  await story.database.pool.query(`UPDATE person SET key = substr(key, 5)`);
});

test('a team’s server never lets a visitor be somebody', async () => {
  process.env.APP_ORIGIN = 'https://headwater.example';
  process.env.AUTH_SECRET = '0f9K!mQz7_wYt3Rb-LpXe8Hc2Vd5Gs6Nj';
  try {
    expect((await story.refused(401, 'GET', '/me')).code).toBe('not-signed-in');
    const refused = await story.refused(403, 'PUT', '/demo/session', { body: { person: 'fabio' } });
    expect(refused.code).toBe('not-in-demo');
  } finally {
    delete process.env.APP_ORIGIN;
    delete process.env.AUTH_SECRET;
  }
});
