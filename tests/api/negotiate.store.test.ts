import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AskPage, AsksDecided } from '@/lib/api/asks';
import { AskConsequence } from '@/lib/api/consequence';
import { versionTag } from '@/lib/api/entity-tag';
import { Events } from '@/lib/api/events';
import { Inbox } from '@/lib/api/inbox';
import { Story } from './story';

const CUSTOMER_360 = 'cdp-retention~agg-customer-360';
const ORDER_ECONOMICS = 'cdp-retention~agg-order-economics';
let story: Story;
beforeAll(async () => {
  story = await Story.begin();
  await story.tightenTo(800);
  await story.send('sooner');
});
afterAll(() => story.end());

const open = (ask: string, as = 'bruno') => story.read(AskPage, `/asks/${ask}`, as);
const freshness = (page: AskPage) => page.lines.find((line) => line.kind === 'freshness');

async function move(as: string, ask: string, body: object) {
  const { version } = await open(ask, as);
  return story.call('POST', `/asks/${ask}/decision`, { as, body, ifMatch: versionTag(version), key: randomUUID() });
}

test('what waits on an open ask nearer to the consumer says so, and who binds says what would be without them', async () => {
  const line = freshness(await open(ORDER_ECONOMICS));
  const product = { key: 'agg-customer-360', name: 'Customer 360' };
  expect(line?.waitsOn).toEqual([{ ask: CUSTOMER_360, product, wouldBe: null }]);
  expect(line?.bound).toEqual({
    binding: [{ key: 'cdp-retention', name: 'Retention' }],
    value: 400,
    without: 720,
    others: [{ key: 'cdp-category', name: 'Category revenue' }],
  });
  expect(freshness(await open(CUSTOMER_360))?.waitsOn).toEqual([]);
});

test('before an offer is made everybody can read what it would do; nothing is kept by reading it', async () => {
  const before = await open(CUSTOMER_360);
  const lines = [freshness(before)?.id];
  const body = { lines, value: 1440 };
  const said = { as: 'ana', body };
  const told = AskConsequence.parse(await story.must(200, 'POST', `/asks/${CUSTOMER_360}/consequence`, said));
  expect(told.lines[0]?.words).toMatch(/^24 h instead of 13 h 20: .+ become 24 h old; it breaks what Retention was/);
  expect(told.lines[0]?.consumers.map((one) => [one.consumer.key, one.isBroken])).toEqual([['cdp-retention', true]]);
  expect((await open(CUSTOMER_360)).version).toBe(before.version);
  const much = await story.refused(422, 'POST', `/asks/${CUSTOMER_360}/consequence`, {
    as: 'ana',
    body: { lines, value: 60 },
  });
  expect(much.code).toBe('counter-refused');
});

test('an offer, an answer, another offer, an agreement: every step is one event and one decision', async () => {
  const line = freshness(await open(CUSTOMER_360))?.id ?? '';
  const lines = [line];
  const steps: [string, object, string][] = [
    ['bruno', { action: 'counter', value: 1440, reason: 'nights only', lines }, 'countered'],
    ['ana', { action: 'answer', reason: 'The campaign starts at noon', lines }, 'proposed'],
    ['bruno', { action: 'need-information', question: 'Which days?', lines }, 'needs-information'],
    ['ana', { action: 'answer', reason: 'Weekdays', lines }, 'proposed'],
    ['bruno', { action: 'delegate', to: 'davi', lines }, 'proposed'],
    ['davi', { action: 'defer', until: '2099-01-31', lines }, 'deferred'],
    [
      'bruno',
      { action: 'counter', value: 1000, reason: 'with the new runner', date: '2099-03-01', lines },
      'countered',
    ],
    ['ana', { action: 'agree', lines }, 'agreed'],
    ['bruno', { action: 'implement', lines }, 'implemented'],
    ['ana', { action: 'verify', lines }, 'verified'],
  ];
  const events = async () => (await story.read(Events, '/events?limit=500')).events;
  const before = (await events()).length;
  for (const [as, body, state] of steps) {
    const { status, body: answered } = await move(as, CUSTOMER_360, body);
    expect([state, status]).toEqual([state, 200]);
    expect(freshness(AskPage.parse(answered))?.state).toBe(state);
    if (state === 'agreed')
      expect(freshness(AskPage.parse(answered))).toMatchObject({
        value: 1000,
        asked: 800,
        counter: { value: 1000, date: '2099-03-01', by: { key: 'bruno' } },
        agreed: { by: { key: 'ana' } },
      });
  }
  expect((await events()).slice(before).map((event) => event.kind)).toEqual([
    'ask-countered',
    'ask-answered',
    'ask-questioned',
    'ask-answered',
    'ask-delegated',
    'ask-deferred',
    'ask-countered',
    'ask-agreed',
    'consumer-replanned',
    'ask-covered',
    'ask-covered',
    'ask-covered',
    'ask-implemented',
    'ask-verified',
  ]);
  const { decisions } = await open(CUSTOMER_360);
  expect(decisions.map(({ action, by }) => `${by.key} ${action}`)).toEqual(
    steps.map(([as, body]) => `${as} ${'action' in body ? body.action : ''}`),
  );
  expect(decisions.at(-4)).toMatchObject({ value: 1000, date: '2099-03-01', reason: 'with the new runner' });
});

test('what is asked further upstream follows from what was agreed, and waits for it no longer', async () => {
  const line = freshness(await open(ORDER_ECONOMICS));
  // 1000 at Customer 360, which spends 400 of it.
  expect(line).toMatchObject({ value: 600, waitsOn: [], verdict: 'met' });
  const { plan, summary, comparison } = await story.preview();
  const own = comparison.unchanged.find(({ product, kind }) => product === 'agg-customer-360' && kind === 'freshness');
  expect(own).toMatchObject({ value: 1000, asked: 800, verdict: 'met' });
  expect(plan.consumers[0]?.agreed).toEqual({ freshnessMinutes: 1000 });
  expect(summary.freshness).toMatchObject({ maxMinutes: 800, agreedMinutes: 1000, isMet: true });
  expect(summary.freshness.words).toContain('you agreed to 16 h 40');
});

test('what was agreed holds while the same or less is asked, and not a minute longer', async () => {
  await story.tightenTo(820);
  await story.send('a little later is fine');
  expect(freshness(await open(CUSTOMER_360))).toMatchObject({
    state: 'verified',
    value: 1000,
    asked: 820,
  });
  await story.tightenTo(795);
  await story.send('sooner again');
  expect(freshness(await open(CUSTOMER_360))).toMatchObject({
    state: 'proposed',
    value: 795,
    counter: null,
    agreed: null,
  });
  expect(freshness(await open(ORDER_ECONOMICS))?.value).toBe(395);
});

test('the offer waits in her inbox, and leaves it when she has answered', async () => {
  const lines = [freshness(await open(CUSTOMER_360))?.id];
  await move('bruno', CUSTOMER_360, { action: 'counter', value: 1440, reason: 'nights only', lines });
  // 24 h at Customer 360, which spends 6 h 40 of it, would leave 1040; but Retention reads Order economics itself too.
  expect(freshness(await open(ORDER_ECONOMICS))?.waitsOn[0]?.wouldBe).toBe(795);
  const waiting = (await story.read(Inbox, '/inbox', 'ana')).answers;
  expect(waiting.map((ask) => [ask.key, ask.toAnswer, ask.actions])).toEqual([
    [CUSTOMER_360, 1, ['agree', 'answer', 'withdraw']],
  ]);
  await move('ana', CUSTOMER_360, { action: 'withdraw', lines });
  expect((await story.read(Inbox, '/inbox', 'ana')).answers).toEqual([]);
  expect(freshness(await open(CUSTOMER_360))?.state).toBe('withdrawn');
  await story.send('we do need it');
  expect(freshness(await open(CUSTOMER_360))?.state).toBe('proposed');
});

test('what may not be offered is refused in words, and what is missing is named', async () => {
  const lines = [freshness(await open(CUSTOMER_360))?.id];
  const refused = async (as: string, body: object) => {
    const { status, body: problem } = await move(as, CUSTOMER_360, { ...body, lines });
    return [status, problem && typeof problem === 'object' && 'code' in problem ? problem.code : null];
  };
  expect(await refused('bruno', { action: 'counter', value: 60, reason: 'x' })).toEqual([422, 'counter-refused']);
  expect(await refused('bruno', { action: 'counter', value: 'soon', reason: 'x' })).toEqual([422, 'counter-refused']);
  expect(await refused('bruno', { action: 'counter', value: 1440 })).toEqual([422, 'reason-required']);
  expect(await refused('bruno', { action: 'counter', reason: 'x' })).toEqual([422, 'move-incomplete']);
  expect(await refused('bruno', { action: 'defer', until: '2020-01-01' })).toEqual([422, 'day-passed']);
  expect(await refused('bruno', { action: 'delegate', to: 'nobody' })).toEqual([404, 'not-found']);
  expect(await refused('bruno', { action: 'delegate', to: 'elisa' })).toEqual([422, 'delegate-refused']);
  expect(await refused('bruno', { action: 'delegate', to: 'ana' })).toEqual([422, 'delegate-refused']);
  const hard = (await open('cdp-retention~agg-customer-360~customer')).lines.find((line) => line.hard);
  expect([hard?.counterIn, hard?.actions.includes('counter')]).toEqual([null, false]);
});

test('several asks at once: one stale among them and none is decided; seen as they are, all are', async () => {
  const first = await open(CUSTOMER_360);
  const second = await open(ORDER_ECONOMICS);
  const send = (asks: { ask: string; version: number }[]) =>
    story.call('POST', '/asks/decisions', { as: 'bruno', body: { action: 'accept', asks }, key: randomUUID() });
  const stale = await send([
    { ask: CUSTOMER_360, version: first.version },
    { ask: ORDER_ECONOMICS, version: second.version - 1 },
  ]);
  expect(stale.status).toBe(412);
  expect(stale.body).toMatchObject({ problems: [{ path: ['asks', ORDER_ECONOMICS], words: 'changed meanwhile' }] });
  expect((await open(CUSTOMER_360)).version).toBe(first.version);
  const done = await send([
    { ask: CUSTOMER_360, version: first.version },
    { ask: ORDER_ECONOMICS, version: second.version },
  ]);
  expect(AsksDecided.parse(done.body).asks.map((ask) => ask.key)).toEqual([CUSTOMER_360, ORDER_ECONOMICS]);
  expect(freshness(await open(CUSTOMER_360))?.state).toBe('accepted');
  expect(freshness(await open(ORDER_ECONOMICS))?.state).toBe('accepted');
});

test('no agreement stands in the store without its second name', async () => {
  const broken = story.database.db.requirement.updateMany({ where: { state: 'accepted' }, data: { agreedById: null } });
  await expect(broken).rejects.toThrow('requirement_agreed_check');
});

test('a product’s history is read by its key, whoever asked', async () => {
  const rows = await story.database.db.event.findMany({ where: { kind: 'ask-agreed' } });
  expect(rows.map((row) => row.productKeys)).toEqual([['agg-customer-360', 'cdp-retention']]);
});
