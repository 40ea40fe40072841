import { ok } from '@/lib/base/result';
import type { AskState } from '@/lib/reviews/ask-state';
import { RequirementState } from '@/lib/reviews/state';
import { isOpen, waitsFor } from '@/lib/reviews/state-machine';
import { allow } from './allow';
import { lastSeenBy } from './last-seen';
import { listMentions } from './list-mentions';
import { whoIsWho } from './named-change';
import { organisationOf } from './organisation';
import type { RequirementHead } from './store';
import { type AskSummary, summariseAsks, summariseKeptAsks } from './summarise-asks';
import type { World } from './world';

const OPEN = RequirementState.options.filter(isOpen);
const TO_ANSWER = RequirementState.options.filter((state) => waitsFor(state) === 'consumer');

/** What others ask of the products my teams own, product by product; open asks first. */
export async function listInbox(world: World) {
  const { actor } = world;
  const allowed = allow(actor, 'ask.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  return allowed.ok ? ok((await readInbox(world)).inbox) : allowed;
}

/** The same with what it was made from, for whoever tells more about it. */
export async function readInbox(world: World) {
  const { actor, store } = world;
  const { snapshot } = await store.snapshot();
  const asking = snapshot.products.filter(({ owner, useCase }) =>
    [owner, useCase?.owner ?? null].some((team) => team !== null && actor.teams.includes(team)),
  );
  const mine = snapshot.products.filter(({ owner }) => owner !== null && actor.teams.includes(owner));
  const asked = await store.askedOf(mine.map((product) => product.key));
  const handed = await store.requirementHeads({ delegate: actor.key, states: OPEN });
  const whoIs = await whoIsWho(store);
  const { team } = organisationOf(snapshot);
  const concerned = [...asking, ...mine].map((product) => product.key).concat(handed.map((row) => row.product));
  const latest = await store.latestOfAsks([...new Set(concerned)], actor.id);
  const lastSeen = await lastSeenBy(store, actor.id);
  const told = { whoIs, latest, lastSeen };
  const summarised = (of: readonly RequirementHead[]) => summariseAsks(world, snapshot, of, told);
  const asksOf = new Map([...asked].map(([key, rows]) => [key, summariseKeptAsks(world, snapshot, rows, told)]));
  const asks = [...asksOf.values()].flat();
  const unanswered = await store.requirementHeads({ consumers: asking.map(({ key }) => key), states: TO_ANSWER });
  const answers: AskSummary[] = [];
  // In the workspace's order, each with all its lines: a title speaks of the whole ask.
  for (const { key } of asking.filter((one) => unanswered.some(({ consumer }) => consumer === one.key))) {
    answers.push(...summarised(await store.requirementHeads({ consumer: key })).filter((ask) => ask.toAnswer > 0));
  }
  const delegated = summarised(handed.filter((row) => !asked.has(row.product)));
  const mentions = await listMentions(world, store, { whoIs, lastSeen });
  const products = mine.map(({ key, name, alignment, owner }) => ({
    product: { key, name, alignment, owner: team(owner) },
    asks: (asksOf.get(key) ?? []).toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open')),
  }));
  const count = (state: AskState) => asks.filter((ask) => ask.state === state).length;
  const lastRead = await store.readMark(actor.id);
  const inbox = {
    products: products.filter((one) => one.asks.length > 0),
    answers,
    delegated,
    mentions,
    lastRead,
    lastEvent: await store.lastEvent(),
    unread: countUnread([...asks, ...answers, ...delegated], mentions),
    counts: {
      open: count('open'),
      waiting: count('answering') + count('deferred'),
      accepted: count('accepted') + count('partly'),
      declined: count('declined'),
      covered: count('covered'),
      withdrawn: count('withdrawn'),
    },
  };
  return { inbox, snapshot, asking, mine, told };
}

/** Things of which somebody else has made news since the reader last looked; an ask with three events is one. */
function countUnread(asks: readonly AskSummary[], mentions: readonly { comment: string; isNew: boolean }[]) {
  const things = [
    ...asks.filter(({ isNew }) => isNew).map(({ key }) => `ask ${key}`),
    ...mentions.filter(({ isNew }) => isNew).map(({ comment }) => `comment ${comment}`),
  ];
  return new Set(things).size;
}
