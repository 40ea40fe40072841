import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Draft } from '@/lib/api/draft';
import { makeProblem } from '@/lib/api/make-problem';
import { Problem, ProblemCode } from '@/lib/api/problem';
import type { Route } from '@/lib/api/route';
import { routes } from '@/lib/api/routes';
import { RETENTION, type Said, Story } from './story';

const RUNS = Number(process.env.HEADWATER_FUZZ ?? 25);
let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story.end());

const naughty = fc.constantFrom(
  'cdp-retention',
  'src-orders',
  'cdp-retention~src-orders~order',
  'cdp-retention~src-orders~\u0000',
  "' or 1=1 --",
  '../../etc/passwd',
  '%00',
  '\u0000',
  '\ud83d\ude00',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '𝕳'.repeat(50),
  '-1',
  '1e309',
  'NaN',
);
const text = fc.oneof(naughty, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 300 }));
/** What stays open is listened to elsewhere. */
const answering = Object.values<Route>(routes).filter((route) => route.answers !== 'events');
const anyRoute = fc.constantFrom<Route>(...answering);
const anyBody = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.record(
    {
      put: fc.array(fc.jsonValue()),
      remove: fc.array(text),
      records: fc.array(fc.jsonValue()),
      positions: fc.dictionary(text, fc.jsonValue()),
      action: fc.oneof(fc.constantFrom('accept', 'decline'), text),
      reason: text,
      fingerprint: text,
      person: text,
      text,
      lines: fc.array(text),
    },
    { requiredKeys: [] },
  ),
);
const anySaid: fc.Arbitrary<Said> = fc.record(
  {
    as: fc.constantFrom('ana', 'carla', 'fabio'),
    body: anyBody,
    ifMatch: fc.oneof(fc.constantFrom('"r1"', '"v1"', '*', 'W/"r1"'), fc.stringMatching(/^[\x21-\x7e]{0,20}$/)),
    key: fc.stringMatching(/^[\x20-\x7e]{0,40}$/),
  },
  { requiredKeys: [] },
);

/** What an address may answer is what the registry and the list of problems say, and never that something broke. */
test('no request breaks anything, whatever it says', { timeout: 300_000 }, async () => {
  const statuses = new Set(
    ProblemCode.options.filter((code) => code !== 'internal').map((code) => makeProblem(code, '').status),
  );
  await fc.assert(
    fc.asyncProperty(
      anyRoute,
      text,
      fc.dictionary(text, text, { maxKeys: 3 }),
      anySaid,
      async (route, key, query, said) => {
        const address = route.path.replace('{key}', encodeURIComponent(key.toWellFormed()) || 'x');
        const search = new URLSearchParams(query).toString();
        const { status, body } = await story.call(
          route.method,
          `${address}${search === '' ? '' : `?${search}`}`,
          route.method === 'GET' ? { ...said, body: undefined } : { body: {}, ...said },
        );
        if (status === route.status) return;
        expect([route.path, status, statuses.has(status)]).toEqual([route.path, status, true]);
        expect(Problem.safeParse(body).success).toBe(true);
      },
    ),
    { numRuns: RUNS * Object.keys(routes).length },
  );
});

test('whatever words a person writes into a record come back as they were', { timeout: 120_000 }, async () => {
  const { records } = await story.read(Draft, `${RETENTION}/draft`);
  const metric = records.find((record) => record.kind === 'metric');
  if (metric?.kind !== 'metric') throw new Error('no metric');
  const words = fc
    .string({ unit: 'binary', maxLength: 60 })
    .filter((one) => one.isWellFormed() && !one.includes('\u0000'));
  await fc.assert(
    fc.asyncProperty(words, async (definition) => {
      await story.save({ put: [{ ...metric, definition }] });
      const after = await story.read(Draft, `${RETENTION}/draft`);
      expect(after.records.find((record) => record.id === metric.id)).toEqual({ ...metric, definition });
    }),
    { numRuns: RUNS },
  );
});
