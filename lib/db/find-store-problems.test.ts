import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/tests/database';
import { describeStoreProblem, findStoreProblems } from './find-store-problems';

const folder = 'prisma/migrations';
let store: TestDatabase;
let empty: TestDatabase;

beforeAll(async () => {
  store = await testDatabase();
  empty = await testDatabase({ isEmpty: true });
});

afterAll(async () => {
  await store.drop();
  await empty.drop();
});

test('a store of this version in UTC has no problem', async () => {
  expect(await findStoreProblems(store.pool, folder)).toEqual([]);
});

test('a store without this version’s migrations is named as such', async () => {
  const [problem] = await findStoreProblems(empty.pool, folder);
  expect(problem).toMatchObject({ code: 'migrations-missing' });
  expect(problem && describeStoreProblem(problem)).toContain('20261122000000_init');
});

test('sessions in another time zone are a problem before anything is stored shifted', async () => {
  const abroad = new pg.Pool({ connectionString: store.url, max: 1, options: '-c TimeZone=America/New_York' });
  const problems = await findStoreProblems(abroad, folder);
  await abroad.end();
  expect(problems).toEqual([{ code: 'time-zone', zone: 'America/New_York' }]);
  expect(problems.map(describeStoreProblem)).toEqual([expect.stringContaining('America/New_York')]);
});
