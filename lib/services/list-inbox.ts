import { groupBy } from '@/lib/base/group-by';
import { ok } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { planNames } from '@/lib/engine/push/plan-names';
import { AskAction } from '@/lib/reviews/ask-action';
import type { AskState } from '@/lib/reviews/ask-state';
import { isOpen, waitsFor } from '@/lib/reviews/state-machine';
import { allow } from './allow';
import { describeAsks } from './describe-asks';
import { actionsOn } from './describe-negotiation';
import { askedBy, lastAsked, versionOf } from './find-ask';
import { type WhoIs, whoIsWho } from './named-change';
import { organisationOf } from './organisation';
import type { StoredRequirement } from './store';
import type { World } from './world';

/** What others ask of the products my teams own, product by product; open asks first. */
export async function listInbox(world: World) {
  const { actor, store } = world;
  const allowed = allow(actor, 'ask.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const asking = snapshot.products.filter(({ owner, useCase }) =>
    [owner, useCase?.owner ?? null].some((team) => team !== null && actor.teams.includes(team)),
  );
  const mine = snapshot.products.filter(({ owner }) => owner !== null && actor.teams.includes(owner));
  const rows = await store.requirements({ products: mine.map((product) => product.key) });
  const whoIs = await whoIsWho(store);
  const names = planNames(snapshot);
  const { team } = organisationOf(snapshot);
  const handed = (await store.requirements({ delegate: actor.key })).filter((row) => isOpen(row.state));
  const seen = new Set(rows.map((row) => row.id));
  const today = world.now().toISOString().slice(0, 10);
  const summarised = (of: readonly StoredRequirement[]) =>
    [...groupBy(of, (row) => row.consumer)].flatMap(([consumer, lines]) =>
      describeAsks(consumer, lines, snapshot, names).map((ask) => summarise(world, snapshot, ask, { whoIs, today })),
    );
  const asks = summarised(rows);
  const asksOf = groupBy(asks, (ask) => ask.product.key);
  const answers: typeof asks = [];
  for (const { key } of asking) {
    const all = await store.requirements({ consumer: key });
    answers.push(...summarised(all).filter((ask) => ask.toAnswer > 0));
  }
  const delegated = summarised(handed.filter((row) => !seen.has(row.id)));
  const products = mine.map(({ key, name, alignment, owner }) => ({
    product: { key, name, alignment, owner: team(owner) },
    asks: (asksOf.get(key) ?? []).sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open')),
  }));
  const count = (state: AskState) => asks.filter((ask) => ask.state === state).length;
  return ok({
    products: products.filter((one) => one.asks.length > 0),
    answers,
    delegated,
    counts: {
      open: count('open'),
      waiting: count('answering') + count('deferred'),
      accepted: count('accepted') + count('partly'),
      declined: count('declined'),
      covered: count('covered'),
      withdrawn: count('withdrawn'),
    },
  });
}

type Described = { lines: StoredRequirement[]; consumer: { key: string }; product: { key: string } };

function summarise<A extends Described>(
  world: World,
  snapshot: WorkspaceSnapshot,
  ask: A,
  { whoIs, today }: { whoIs: WhoIs; today: string },
) {
  const last = lastAsked(ask.lines);
  const asking = { consumer: ask.consumer.key, product: ask.product.key, askedByIds: askedBy(ask.lines) };
  const actions = ask.lines.map((row) => actionsOn(world, snapshot, asking, row));
  return {
    ...ask,
    lines: ask.lines.length,
    open: ask.lines.filter((row) => isOpen(row.state)).length,
    version: versionOf(ask.lines),
    actions: AskAction.options.filter((action) => actions.some((some) => some.includes(action))),
    toAnswer: ask.lines.filter((row) => waitsFor(row.state) === 'consumer').length,
    isDue: ask.lines.some((row) => row.state === 'deferred' && (row.deferredUntil ?? today) <= today),
    since: (last?.askedAt ?? new Date(0)).toISOString(),
    askedBy: whoIs(last?.askedById ?? null),
  };
}
