import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/tests/database';
import { claimKey, keepAnswer } from './idempotency';

let database: TestDatabase;
let workspaceId: string;
beforeAll(async () => {
  database = await testDatabase();
  ({ id: workspaceId } = await database.db.workspace.create({ data: { key: 'w', name: 'W' } }));
});
afterAll(() => database.drop());

const claim = (key: string, at = new Date(), requestHash = 'one') => ({
  workspaceId,
  principal: 'ana',
  key,
  requestHash,
  at,
});
const answer = { status: 201, body: { version: 2 }, tag: '"v2"' };

test('a key is new once, then has its answer, and stands for one request only', async () => {
  const { db } = database;
  await db.$transaction(async (tx) => {
    expect(await claimKey(tx, claim('a'))).toBe('new');
    await keepAnswer(tx, claim('a'), answer);
  });
  expect(await db.$transaction((tx) => claimKey(tx, claim('a')))).toEqual(answer);
  expect(await db.$transaction((tx) => claimKey(tx, claim('a', new Date(), 'two')))).toBe('other-request');
});

test('a key whose write was taken back is new again', async () => {
  const { db } = database;
  const broken = db.$transaction(async (tx) => {
    await claimKey(tx, claim('b'));
    throw new Error('killed');
  });
  await expect(broken).rejects.toThrow('killed');
  expect(await db.$transaction((tx) => claimKey(tx, claim('b')))).toBe('new');
});

test('of two at once the second waits, and is given the first one’s answer', async () => {
  const { db } = database;
  const once = () =>
    db.$transaction(async (tx) => {
      const before = await claimKey(tx, claim('c'));
      if (before === 'new') await keepAnswer(tx, claim('c'), answer);
      return before;
    });
  const answers = await Promise.all([once(), once()]);
  expect(answers).toContainEqual('new');
  expect(answers).toContainEqual(answer);
});

test('after two days a key is forgotten', async () => {
  const { db } = database;
  const long = new Date(Date.now() - 49 * 60 * 60 * 1_000);
  await db.$transaction((tx) => claimKey(tx, claim('old', long)));
  await db.$transaction(async (tx) => {
    await claimKey(tx, claim('new'));
    await keepAnswer(tx, claim('new'), answer);
  });
  const keys = await db.idempotencyKey.findMany({ select: { key: true } });
  expect(keys.map(({ key }) => key)).not.toContain('old');
});
