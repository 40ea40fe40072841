import { afterAll, beforeAll, expect, test } from 'vitest';
import { AskPage } from '@/lib/api/asks';
import { versionTag } from '@/lib/api/entity-tag';
import { Events } from '@/lib/api/events';
import { Inbox } from '@/lib/api/inbox';
import { Story } from './story';

const CUSTOMER_360 = '/asks/cdp-retention~agg-customer-360';
let story: Story;
beforeAll(async () => {
  story = await Story.begin();
  await story.tightenTo(800);
  await story.send('sooner');
});
afterAll(() => story.end());

const open = () => story.read(AskPage, CUSTOMER_360, 'bruno');
const decide = (as: string, version: number, body: unknown, key: string) =>
  story.call('POST', `${CUSTOMER_360}/decision`, { as, body, ifMatch: versionTag(version), key });

test('an ask says who asks, why, and who may answer', async () => {
  const ask = await open();
  expect(ask).toMatchObject({ state: 'open', askedBy: { name: 'Ana Souza' }, canDecide: true, whyNot: null });
  expect(ask.why).toBe('sooner');
  const [line] = ask.lines.filter((one) => one.state === 'proposed');
  expect(line).toMatchObject({ kind: 'freshness', value: 800, binding: ['cdp-retention'], decided: null });
  expect(line?.words).toContain('13 h 20');
});

test.each([
  ['ana', 'not-your-team'],
  ['carla', 'not-your-team'],
  ['fabio', 'not-your-team'],
])('%s may not decide for the team that owns the product', async (person) => {
  const { version } = await open();
  const { status, body } = await decide(person, version, { action: 'accept' }, `not-mine-${person}`);
  expect([status, body]).toEqual([403, expect.objectContaining({ code: 'forbidden' })]);
  expect((await open()).version).toBe(version);
});

test('nothing is declined without a reason', async () => {
  const { version } = await open();
  const { status, body } = await decide('bruno', version, { action: 'decline' }, 'no-reason-1');
  expect([status, body]).toEqual([422, expect.objectContaining({ code: 'reason-required' })]);
});

test('of many who decide at once one wins, and the others learn who', async () => {
  const { version, lines } = await open();
  const statesInPreview = async () => {
    const { asks } = await story.preview();
    const ask = asks.find(({ key }) => CUSTOMER_360.endsWith(key));
    return ask?.lines.map(({ id, state }) => [id, state]);
  };
  const before = await statesInPreview();
  expect(before).toContainEqual([expect.any(String), 'proposed']);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => decide('bruno', version, { action: 'accept' }, `race-key-${i}`)),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
  const [late] = answers.filter((answer) => answer.status === 412);
  expect(late?.body).toMatchObject({ code: 'stale', detail: expect.stringContaining('Bruno Lima has decided') });

  const after = await open();
  expect(after.state).toBe('accepted');
  expect(after.decisions).toHaveLength(1);
  expect(after.lines.map((line) => line.id)).toEqual(lines.map((line) => line.id));
  expect(after.decisions[0]).toMatchObject({ action: 'accept', by: { key: 'bruno' } });
  const accepted = after.lines.filter((line) => line.state === 'accepted');
  expect(accepted.map((line) => line.id)).toEqual(
    lines.filter((line) => line.state === 'proposed').map((line) => line.id),
  );
  expect(accepted[0]?.decided?.by.name).toBe('Bruno Lima');
  const settled = before?.map(([id, state]) => [id, state === 'proposed' ? 'accepted' : state]);
  expect(await statesInPreview()).toEqual(settled);
});

test('the same decision sent again is answered again and made once', async () => {
  const address = '/asks/cdp-retention~agg-order-economics/decision';
  const { version } = await story.read(AskPage, '/asks/cdp-retention~agg-order-economics', 'bruno');
  const body = { action: 'decline', reason: 'The night run ends at six.' };
  const said = { as: 'bruno', body, ifMatch: versionTag(version), key: 'decline-1' };
  const first = await story.call('POST', address, said);
  const second = await story.call('POST', address, said);
  expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([200, 200, 'true']);
  expect(second.body).toEqual(first.body);
  const page = AskPage.parse(second.body);
  expect([page.state, page.decisions.length]).toEqual(['declined', 1]);
  const other = await story.refused(422, 'POST', address, { ...said, body: { ...body, reason: 'Something else.' } });
  expect(other.code).toBe('idempotency-key-reused');
});

test('nothing is accepted into a product nobody owns', async () => {
  await story.database.db.product.updateMany({ where: { key: 'src-orders' }, data: { ownerTeamKey: null } });
  await story.database.db.workspace.updateMany({ data: { version: { increment: 1 } } });
  const address = '/asks/cdp-retention~src-orders';
  const { version, canDecide, whyNot } = await story.read(AskPage, address, 'carla');
  expect([canDecide, whyNot]).toEqual([false, expect.stringContaining('Nobody owns this product')]);
  const said = { as: 'carla', body: { action: 'accept' }, ifMatch: versionTag(version), key: 'ownerless-1' };
  expect((await story.refused(409, 'POST', `${address}/decision`, said)).code).toBe('product-without-owner');
  await story.database.db.product.updateMany({
    where: { key: 'src-orders' },
    data: { ownerTeamKey: 'order-platform' },
  });
  await story.database.db.workspace.updateMany({ data: { version: { increment: 1 } } });
});

test('asking for more voids the agreement, asking for less keeps it', async () => {
  await story.tightenTo(820);
  await story.send('a little later is fine');
  expect((await open()).state).toBe('accepted');
  await story.tightenTo(797);
  await story.send('sooner again');
  const ask = await open();
  expect(ask.state).toBe('open');
  expect(ask.lines.find((line) => line.kind === 'freshness')).toMatchObject({ value: 797, decided: null });
});

test('whoever is owed nothing any more is told, and the inbox is empty again', async () => {
  await story.tightenTo(1440);
  await story.send('no hurry after all');
  const inbox = await story.read(Inbox, '/inbox', 'bruno');
  expect(inbox.counts).toMatchObject({ open: 0 });
});

test('every change of state is one event, in order and without a gap, told in words', async () => {
  const { events } = await story.read(Events, '/events?limit=500');
  expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1));
  const decided = events.filter((event) => event.kind === 'ask-accepted' || event.kind === 'ask-declined');
  expect(decided.map((event) => event.words)).toEqual([
    'Bruno Lima accepted 1 thing of Customer 360 for Retention.',
    'Bruno Lima declined 1 thing of Order economics for Retention.',
  ]);

  const event = await story.database.db.event.findFirstOrThrow({ where: { kind: 'ask-accepted' } });
  expect([event.before, event.after]).toEqual([
    [{ requirement: expect.any(String), state: 'proposed', value: 800 }],
    [{ requirement: expect.any(String), state: 'accepted', value: 800 }],
  ]);
});
