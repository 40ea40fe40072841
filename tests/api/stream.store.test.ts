import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeStreams, openStreams, STREAMS_PER_PERSON } from '@/app/api/open-streams';
import { Presence } from '@/lib/api/live';
import { appendEvents } from '@/lib/db/append-events';
import { BEHIND_MAX } from '@/lib/services/follow-events';
import { Listener } from './listen';
import { Story } from './story';

let story: Story;
let workspaceId: string;
beforeAll(async () => {
  story = await Story.begin();
  workspaceId = (await story.database.db.workspace.findFirstOrThrow()).id;
});
beforeEach(() => {
  for (const stream of [...openStreams()]) stream.end();
});
afterAll(() => story.end());

/** Somebody saves a draft `count` times. */
async function happen(count: number): Promise<void> {
  const subject = { product: 'cdp-retention', revision: 1, put: 1, removed: 0 };
  const events = Array.from({ length: count }, () => ({ kind: 'draft-saved', actorId: null, subject }));
  await story.database.db.$transaction((tx) => appendEvents(tx, workspaceId, events, new Date()));
}
const last = async () => Number((await story.database.db.workspace.findFirstOrThrow()).eventSeq);
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + 1 + i);

test('what happened is told from a number on, and then what happens', async () => {
  const before = await last();
  const listener = await Listener.at(story, { since: before - 3 });
  await listener.until((heard) => heard.length === 4);
  expect(listener.heard[0]).toEqual({ id: before - 3, message: { kind: 'ready', seq: before - 3 } });
  await happen(2);
  await listener.until((heard) => heard.length === 6);
  expect(listener.numbers()).toEqual(upTo(before - 3, before + 2));
  expect(listener.heard.at(-1)).toMatchObject({
    id: before + 2,
    message: { kind: 'event', event: { kind: 'draft-saved', subject: { product: 'cdp-retention' } } },
  });
  await listener.cut();
  expect(openStreams().size).toBe(0);
});

test('whoever names no number hears what happens next, and the number a browser sends back counts more than the address', async () => {
  const before = await last();
  const fresh = await Listener.at(story);
  const back = await Listener.at(story, { since: 0, lastHeard: before - 1 });
  await back.until((heard) => heard.length === 2);
  expect(back.numbers()).toEqual([before]);
  await happen(1);
  await fresh.until((heard) => heard.length === 2);
  expect(fresh.numbers()).toEqual([before + 1]);
  await Promise.all([fresh.cut(), back.cut()]);
});

test('clients that are cut off at random and come back have heard the whole log, each event once and in order', {
  timeout: 120_000,
}, async () => {
  const from = await last();
  let isWriting = true;
  const writing = (async () => {
    for (const size of fc.sample(fc.integer({ min: 1, max: 9 }), { numRuns: 60, seed: 7 })) {
      await happen(size);
      await new Promise((resolve) => setTimeout(resolve, size * 7));
    }
    isWriting = false;
  })();
  const follow = async (cuts: number[]) => {
    const numbers: number[] = [];
    let lastHeard = from;
    for (let round = 0; isWriting || lastHeard < (await last()); round++) {
      const listener = await Listener.at(story, { lastHeard });
      const pause = cuts[round % cuts.length] ?? 50;
      await new Promise((resolve) => setTimeout(resolve, pause));
      await listener.cut();
      numbers.push(...listener.numbers());
      lastHeard = listener.lastId() ?? lastHeard;
    }
    return numbers;
  };
  const patterns = fc.sample(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 3, maxLength: 9 }), {
    numRuns: 6,
    seed: 11,
  });
  // Each must sometimes stay long enough to hear anything at all.
  const heard = await Promise.all(patterns.map((cuts) => follow([...cuts, 1_200])));
  await writing;
  const log = upTo(from, await last());
  expect(log.length).toBeGreaterThan(200);
  for (const numbers of heard) expect(numbers).toEqual(log);
});

test('whoever is too far behind, or holds a number of another log, is told to read anew', async () => {
  const before = await last();
  await happen(BEHIND_MAX + 1);
  const now = await last();
  for (const since of [before, now + 5]) {
    const listener = await Listener.at(story, { since });
    await listener.until((heard) => heard.length === 1);
    expect(listener.heard).toEqual([{ id: now, message: { kind: 'reload', seq: now } }]);
    await listener.cut();
  }
});

test('one person has so many streams and no more', async () => {
  const open = await Promise.all(Array.from({ length: STREAMS_PER_PERSON }, () => Listener.at(story)));
  expect((await story.refused(429, 'GET', '/events/stream')).code).toBe('too-many-streams');
  const other = await Listener.at(story, { as: 'bruno' });
  await open[0]?.cut();
  await (await Listener.at(story)).cut();
  await Promise.all([...open, other].map((listener) => listener.cut()));
});

test('who has a model open is told to the others, and so is who closes it and that areas were drawn', async () => {
  const listener = await Listener.at(story, { as: 'carla' });
  await listener.until((heard) => heard.length === 1);
  const tell = async (as: string, isHere: boolean) =>
    Presence.parse(await story.must(200, 'POST', '/products/cdp-retention/presence', { as, body: { isHere } }));
  const told = () =>
    listener.heard.flatMap(({ message }) =>
      message.kind === 'presence' ? [message.presence.people.map(({ key }) => key)] : [],
    );
  const before = await last();
  expect((await tell('bruno', true)).people.map(({ key }) => key)).toEqual(['bruno']);
  await listener.until(() => told().length === 1);
  expect((await tell('ana', true)).people.map(({ key }) => key)).toEqual(['ana', 'bruno']);
  await tell('ana', true);
  await listener.until(() => told().length === 2);
  await tell('bruno', false);
  await listener.until(() => told().length === 3);
  expect(told()).toEqual([['bruno'], ['ana', 'bruno'], ['ana']]);
  await story.must(204, 'PUT', '/products/cdp-retention/draft/layout', { body: { positions: {} } });
  await story.must(204, 'PUT', '/products/cdp-retention/draft/layout', {
    body: { positions: {}, areas: { none: null } },
  });
  await listener.until((heard) => heard.some(({ message }) => message.kind === 'areas'));
  expect(listener.heard.flatMap(({ message }) => (message.kind === 'areas' ? message.product : []))).toEqual([
    'cdp-retention',
  ]);
  expect(await last()).toBe(before);
  await story.refused(404, 'POST', '/products/none/presence', { body: { isHere: true } });
  await listener.cut();
});

test('a server that goes down says so, ends, and lets nobody in any more', async () => {
  const listener = await Listener.at(story);
  await listener.until((heard) => heard.length === 1);
  closeStreams();
  await listener.ended();
  expect(listener.heard.at(-1)?.message).toEqual({ kind: 'shutdown' });
  expect(openStreams().size).toBe(0);
  expect((await story.refused(503, 'GET', '/events/stream')).code).toBe('unavailable');
});
