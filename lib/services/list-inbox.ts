import { groupBy } from '@/lib/base/group-by';
import { ok } from '@/lib/base/result';
import { planNames } from '@/lib/engine/push/plan-names';
import type { AskState } from '@/lib/reviews/ask-state';
import { isOpen } from '@/lib/reviews/state-machine';
import { allow } from './allow';
import { describeAsks } from './describe-asks';
import { lastAsked } from './find-ask';
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
  const mine = snapshot.products.filter(({ owner }) => owner !== null && actor.teams.includes(owner));
  const rows = await store.requirements({ products: mine.map((product) => product.key) });
  const whoIs = await whoIsWho(store);
  const names = planNames(snapshot);
  const { team } = organisationOf(snapshot);
  const asks = [...groupBy(rows, (row) => row.consumer)].flatMap(([consumer, lines]) =>
    describeAsks(consumer, lines, snapshot, names).map((ask) => summarise(ask, whoIs)),
  );
  const asksOf = groupBy(asks, (ask) => ask.product.key);
  const products = mine.map(({ key, name, alignment, owner }) => ({
    product: { key, name, alignment, owner: team(owner) },
    asks: (asksOf.get(key) ?? []).sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open')),
  }));
  const count = (state: AskState) => asks.filter((ask) => ask.state === state).length;
  return ok({
    products: products.filter((one) => one.asks.length > 0),
    counts: {
      open: count('open'),
      accepted: count('accepted') + count('partly'),
      declined: count('declined'),
      covered: count('covered'),
      withdrawn: count('withdrawn'),
    },
  });
}

function summarise<A extends { lines: StoredRequirement[] }>(ask: A, whoIs: WhoIs) {
  const last = lastAsked(ask.lines);
  return {
    ...ask,
    lines: ask.lines.length,
    open: ask.lines.filter((row) => isOpen(row.state)).length,
    since: (last?.askedAt ?? new Date(0)).toISOString(),
    askedBy: whoIs(last?.askedById ?? null),
  };
}
