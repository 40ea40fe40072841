import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AskPage } from '@/lib/api/asks';
import { versionTag } from '@/lib/api/entity-tag';
import type { Actor } from '@/lib/auth/actor';
import { openWorld } from '@/lib/db/open-world';
import { AskAction } from '@/lib/reviews/ask-action';
import type { ToldMove } from '@/lib/reviews/ask-move';
import { RequirementState } from '@/lib/reviews/state';
import { afterMove, MOVED_BY } from '@/lib/reviews/state-machine';
import { decideAsk } from '@/lib/services/decide-ask';
import { Story } from './story';

/**
 * Every state × who acts × what they do, through the service: allowed or refused exactly as the table and the rule of the
 * two names say. The line is the freshness that Customer 360 is asked for.
 */
const ASK = 'cdp-retention~agg-customer-360';
const WHO = [
  "the consumer's analyst",
  "the provider's engineer",
  "the provider's owner",
  "the provider's analyst",
  'a stranger',
  'an administrator',
  'whom it was handed to',
  'who asked, on the provider’s side',
  'who offered, on the consumer’s side',
  "the provider's engineer, of an ownerless product",
  "the consumer's analyst, of an ownerless product",
] as const;
type Who = (typeof WHO)[number];

const TOLD: Readonly<Record<AskAction, ToldMove>> = {
  accept: { action: 'accept' },
  counter: { action: 'counter', value: 1000, reason: 'The night run ends at six' },
  decline: { action: 'decline', reason: 'Not this year' },
  'need-information': { action: 'need-information', question: 'Which hours?' },
  defer: { action: 'defer', until: '2099-01-31' },
  delegate: { action: 'delegate', to: 'fabio' },
  implement: { action: 'implement' },
  agree: { action: 'agree' },
  answer: { action: 'answer', reason: 'Office hours' },
  withdraw: { action: 'withdraw' },
  verify: { action: 'verify' },
};

let story: Story;
let line: string;
let workspaceId: string;
const actors = new Map<string, Actor>();

beforeAll(async () => {
  story = await Story.begin();
  await story.tightenTo(800);
  await story.send('sooner');
  const { db } = story.database;
  const row = await db.requirement.findFirstOrThrow({
    where: { consumerKey: 'cdp-retention', productKey: 'agg-customer-360', kind: 'freshness' },
  });
  line = row.id;
  workspaceId = row.workspaceId;
  for (const person of await db.person.findMany()) {
    const { id, key, name, teamKeys } = person;
    actors.set(key, { id, workspaceId, key, name, role: 'engineer', teams: teamKeys });
  }
});
afterAll(() => story.end());

function actorFor(who: Who): Actor {
  const person = (key: string, role: Actor['role'], teams: string[]): Actor => {
    const found = actors.get(key);
    if (!found) throw new Error(`nobody is ${key}`);
    return { ...found, role, teams };
  };
  switch (who) {
    case "the consumer's analyst":
    case "the consumer's analyst, of an ownerless product":
      return person('ana', 'analyst', ['retention-marketing']);
    case "the provider's engineer":
    case "the provider's engineer, of an ownerless product":
      return person('bruno', 'engineer', ['customer-data']);
    case "the provider's owner":
      return person('carla', 'owner', ['customer-data']);
    case "the provider's analyst":
      return person('elisa', 'analyst', ['customer-data']);
    case 'a stranger':
      return person('carla', 'owner', ['order-platform']);
    case 'an administrator':
      return person('fabio', 'admin', []);
    case 'whom it was handed to':
      return person('davi', 'engineer', ['crm']);
    case 'who asked, on the provider’s side':
      return person('ana', 'engineer', ['customer-data']);
    case 'who offered, on the consumer’s side':
      return person('bruno', 'engineer', ['retention-marketing']);
  }
}

/** What the policy says, written down again in the words of the design: who may do it, the state aside. */
function isTheirs(who: Who, action: AskAction): boolean {
  const isConsumers = MOVED_BY[action] === 'consumer';
  switch (who) {
    case "the consumer's analyst":
      return isConsumers;
    case "the provider's engineer":
    case "the provider's owner":
      return !isConsumers;
    case 'whom it was handed to':
      return !isConsumers && action !== 'delegate';
    case 'who offered, on the consumer’s side':
      return isConsumers && action !== 'agree';
    case "the consumer's analyst, of an ownerless product":
      return isConsumers && action !== 'agree';
    default:
      return false;
  }
}

async function putInto(state: RequirementState, { isOwned }: { isOwned: boolean }): Promise<number> {
  const { db } = story.database;
  const bruno = actors.get('bruno')?.id ?? '';
  const ana = actors.get('ana')?.id ?? '';
  const at = new Date('2026-11-22T09:00:00Z');
  await db.requirement.update({
    where: { workspaceId_id: { workspaceId, id: line } },
    data: {
      state,
      delegateKey: 'davi',
      counterValue: 1000,
      counterReason: 'nights only',
      counteredById: bruno,
      counteredAt: at,
      question: 'Which hours?',
      deferredUntil: at,
      agreedById: ana,
      agreedAt: at,
      decidedById: null,
      version: { increment: 1 },
    },
  });
  await db.product.updateMany({
    where: { key: 'agg-customer-360' },
    data: { ownerTeamKey: isOwned ? 'customer-data' : null },
  });
  await db.workspace.updateMany({ data: { version: { increment: 1 } } });
  const { _sum } = await db.requirement.aggregate({
    where: { consumerKey: 'cdp-retention', productKey: 'agg-customer-360', target: '' },
    _sum: { version: true },
  });
  return _sum.version ?? 0;
}

test.each(WHO.map((who) => [who] as const))('%s', { timeout: 300_000 }, async (who) => {
  const actor = actorFor(who);
  const isOwned = !who.endsWith('ownerless product');
  const wrong: string[] = [];
  for (const state of RequirementState.options) {
    let version = await putInto(state, { isOwned });
    for (const action of AskAction.options) {
      const world = openWorld(story.database.db, actor);
      const answer = await decideAsk(world, { ask: ASK, version, lines: [line], told: TOLD[action] });
      const to = afterMove(state, action);
      const wanted = !isTheirs(who, action) ? 'forbidden' : to === null ? 'lines-not-open' : to;
      const got = answer.ok ? (answer.value.lines.find((one) => one.id === line)?.state ?? '?') : answer.error.code;
      if (got !== wanted) wrong.push(`${state} × ${action}: ${got}, not ${wanted}`);
      if (answer.ok) version = await putInto(state, { isOwned });
    }
  }
  expect(wrong).toEqual([]);
});

test('the same through the door: allowed, refused by state, refused by person', async () => {
  const post = async (as: string, action: AskAction) => {
    const { version } = await story.read(AskPage, `/asks/${ASK}`, as);
    const body = { ...TOLD[action], lines: [line] };
    return story.call('POST', `/asks/${ASK}/decision`, { as, body, ifMatch: versionTag(version), key: randomUUID() });
  };
  const cells: [RequirementState, string, AskAction, number, string | null][] = [
    ['proposed', 'bruno', 'counter', 200, 'countered'],
    ['proposed', 'bruno', 'need-information', 200, 'needs-information'],
    ['proposed', 'bruno', 'defer', 200, 'deferred'],
    ['proposed', 'davi', 'accept', 200, 'accepted'],
    ['proposed', 'davi', 'delegate', 403, null],
    ['proposed', 'ana', 'accept', 403, null],
    ['proposed', 'fabio', 'accept', 403, null],
    ['countered', 'ana', 'agree', 200, 'agreed'],
    ['countered', 'ana', 'answer', 200, 'proposed'],
    ['countered', 'ana', 'withdraw', 200, 'withdrawn'],
    ['countered', 'bruno', 'agree', 403, null],
    ['countered', 'bruno', 'accept', 409, null],
    ['covered', 'bruno', 'accept', 409, null],
    ['agreed', 'bruno', 'implement', 200, 'implemented'],
    ['implemented', 'ana', 'verify', 200, 'verified'],
    ['accepted', 'ana', 'verify', 409, null],
  ];
  for (const [state, as, action, status, to] of cells) {
    await putInto(state, { isOwned: true });
    const answer = await post(as, action);
    expect([state, as, action, answer.status]).toEqual([state, as, action, status]);
    if (to === null) continue;
    const page = AskPage.parse(answer.body);
    expect([state, action, page.lines.find((one) => one.id === line)?.state]).toEqual([state, action, to]);
  }
  for (const [as, status] of [
    ['bruno', 409],
    ['ana', 403],
  ] as const) {
    await putInto('proposed', { isOwned: false });
    expect([as, (await post(as, 'accept')).status]).toEqual([as, as === 'bruno' ? status : 409]);
  }
});

test('the screens are told of exactly the actions that would work', async () => {
  for (const state of RequirementState.options) {
    await putInto(state, { isOwned: true });
    for (const as of ['ana', 'bruno', 'davi', 'fabio']) {
      const who: Record<string, Who> = {
        ana: "the consumer's analyst",
        bruno: "the provider's engineer",
        davi: 'whom it was handed to',
        fabio: 'an administrator',
      };
      const page = await story.read(AskPage, `/asks/${ASK}`, as);
      const wanted = AskAction.options.filter(
        (action) => afterMove(state, action) !== null && isTheirs(who[as] ?? 'a stranger', action),
      );
      expect([state, as, page.lines.find((one) => one.id === line)?.actions]).toEqual([state, as, wanted]);
    }
  }
});

test('nobody says yes to what cannot be kept as things are built; it says why, and what else could be done', async () => {
  await putInto('withdrawn', { isOwned: true });
  await story.tightenTo(120);
  await story.send('within two hours');
  const page = await story.read(AskPage, `/asks/${ASK}`, 'bruno');
  const asked = page.lines.find((one) => one.id === line);
  expect(asked).toMatchObject({ state: 'proposed', verdict: 'infeasible' });
  expect(asked?.actions).not.toContain('accept');
  expect(asked?.actions).toContain('counter');
  expect(asked?.wayOut?.words).toContain('Customer 360 runs every 6 h');
  expect(asked?.wayOut?.repairs[0]?.products.map(({ key }) => key)).toContain('agg-customer-360');
  const decide = (body: object) =>
    story.call('POST', `/asks/${ASK}/decision`, {
      as: 'bruno',
      body,
      ifMatch: versionTag(page.version),
      key: randomUUID(),
    });
  const refused = await decide({ action: 'accept', lines: [line] });
  expect([refused.status, refused.body]).toEqual([409, expect.objectContaining({ code: 'cannot-be-kept' })]);
  expect((await decide({ action: 'counter', value: 1440, reason: 'nights only', lines: [line] })).status).toBe(200);
});
