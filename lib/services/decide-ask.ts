import { ok, type Result, refuse } from '@/lib/base/result';
import type { AskAction } from '@/lib/reviews/ask-action';
import { type AskMove, readMove, type ToldMove } from '@/lib/reviews/ask-move';
import { findCounterProblem } from '@/lib/reviews/counter-value';
import { isPossible } from '@/lib/reviews/possible-actions';
import { afterMove } from '@/lib/reviews/state-machine';
import { allow } from './allow';
import { decisionEvents } from './ask-events';
import { askResource, policyOf } from './ask-policy';
import { type FoundAsk, findAsk } from './find-ask';
import { detailOf, moveRow } from './move-row';
import { whoIsWho } from './named-change';
import { type AskPage, readAskPage } from './open-ask';
import { planEach } from './plan-each';
import { toRequirement } from './plan-requirements';
import type { Refusal } from './refusal';
import { replanConsumers } from './replan-consumers';
import type { ReadStore, RequirementToKeep, StoredRequirement, WriteStore } from './store';
import type { World } from './world';

export type AskOrder = {
  ask: string;
  /** Of the ask, as the person saw it. */
  version: number;
  /** Every line the action is possible on when null. */
  lines: string[] | null;
};

/**
 * A named person moves an ask or some of its lines: the provider's side decides, the consumer's answers. Of several who
 * do at once one wins; the others are told who did what, and look again at what is then open.
 */
export function decideAsk(world: World, order: AskOrder & { told: ToldMove }): Promise<Result<AskPage, Refusal>> {
  return world.write(async (store) => {
    const moved = await decideWithin(world, store, [order], order.told);
    return moved.ok ? readAskPage(world, store, order.ask) : moved;
  });
}

/**
 * The same move on several asks, of all or of none: who presses one button has made one decision, and a part of it that
 * came too late would leave her with another than the one she meant. The refusal says which ask it was.
 */
export function decideAsks(
  world: World,
  { orders, told }: { orders: readonly AskOrder[]; told: ToldMove },
): Promise<Result<{ asks: { key: string; version: number }[] }, Refusal>> {
  return world.write(async (store) => {
    const moved = await decideWithin(world, store, orders, told);
    if (!moved.ok) return moved;
    const asks = [];
    for (const { ask } of orders) {
      const found = await findAsk(store, ask);
      if (!found.ok) return found;
      asks.push({ key: ask, version: found.value.version });
    }
    return ok({ asks });
  });
}

async function decideWithin(
  world: World,
  store: WriteStore,
  orders: readonly AskOrder[],
  told: ToldMove,
): Promise<Result<null, Refusal>> {
  await store.lockWorkspace();
  const move = readMove(told, world.now().toISOString().slice(0, 10));
  const settled = new Map<string, string>();
  for (const order of orders) {
    const chosen = await choose(world, store, order, told.action);
    if (!chosen.ok) return chosen;
    if (!move.ok) return move;
    const fitting = await checkMove(store, chosen.value.found, chosen.value.rows, move.value);
    if (!fitting.ok) return fitting;
    await carryOut(world, store, { ...order, ...chosen.value }, move.value);
    if (move.value.action === 'agree') settled.set(chosen.value.found.consumer, chosen.value.found.product);
  }
  return replanSettled(world, store, settled);
}

/**
 * What was agreed is what plans are made with, so whoever agreed is planned again by the same stroke: what is asked
 * further upstream follows from the agreement and waits for it no longer.
 */
async function replanSettled(
  world: World,
  store: WriteStore,
  settled: ReadonlyMap<string, string>,
): Promise<Result<null, Refusal>> {
  if (settled.size === 0) return ok(null);
  await store.countRevision();
  const { snapshot } = await store.snapshot();
  const at = world.now();
  for (const [consumer, because] of settled) {
    const plans = await planEach(snapshot, [consumer]);
    if (!plans.ok) return plans;
    const events = await replanConsumers(world, store, { snapshot, plans: plans.value, because, how: 'agreement', at });
    await store.append(events, world.actor.id, at);
  }
  return ok(null);
}

type Chosen = { found: FoundAsk; rows: StoredRequirement[] };

/** The lines meant, when the person may do this with them and saw the ask as it is. */
async function choose(
  world: World,
  store: ReadStore,
  { ask, version, lines }: AskOrder,
  action: AskAction,
): Promise<Result<Chosen, Refusal>> {
  const found = await findAsk(store, ask);
  if (!found.ok) return found;
  const { snapshot } = await store.snapshot();
  const movable = found.value.rows.filter((row) => afterMove(row.state, action) !== null);
  const possible = movable.filter((row) => isPossible(row, action));
  const meant = lines === null ? possible : found.value.rows.filter((row) => lines.includes(row.id));
  const allowed = allow(world.actor, policyOf(action), askResource(world, snapshot, found.value, meant));
  if (!allowed.ok) return allowed;
  if (found.value.version !== version) return refuse(await staleAsk(store, ask, found.value));
  const closed = (lines ?? []).filter((id) => !movable.some((row) => row.id === id));
  if (closed.length > 0) return refuse({ code: 'lines-not-open', ids: closed });
  const unkept = movable
    .filter((row) => !possible.includes(row) && (lines?.includes(row.id) ?? true))
    .map(({ id }) => id);
  if (unkept.length > 0 && (lines !== null || possible.length === 0))
    return refuse({ code: 'cannot-be-kept', ids: unkept });
  if (possible.length === 0) return refuse({ code: 'nothing-to-decide' });
  return ok({ found: found.value, rows: meant });
}

/** What only the lines or the people can tell: an offer in their unit, a person who may decide. */
async function checkMove(
  store: ReadStore,
  { askedByIds }: FoundAsk,
  rows: readonly StoredRequirement[],
  move: AskMove,
): Promise<Result<null, Refusal>> {
  if (move.action === 'counter') {
    for (const row of rows) {
      const problem = findCounterProblem(toRequirement(row), move.value, move.date);
      if (problem) return refuse({ code: 'counter-refused', line: row.id, problem });
    }
  }
  if (move.action === 'delegate') {
    const person = (await store.people()).find((one) => one.key === move.to);
    if (!person) return refuse({ code: 'not-found', what: 'person', key: move.to });
    if (person.role === 'analyst' || askedByIds.includes(person.id)) {
      return refuse({ code: 'delegate-refused', name: person.name, isAsking: askedByIds.includes(person.id) });
    }
  }
  return ok(null);
}

async function carryOut(world: World, store: WriteStore, { ask, found, rows }: AskOrder & Chosen, move: AskMove) {
  const at = world.now();
  const moved = rows.map((before) => ({ before, after: moveRow(before, move, { id: world.actor.id, at }) }));
  await store.keepRequirements(moved.map(({ after }) => after));
  const said = move.action === 'need-information' ? move.question : move.reason;
  await store.keepDecisions(
    moved.map(({ before, after }) => ({
      id: world.newId(),
      requirementId: before.id,
      ask,
      action: move.action,
      byId: world.actor.id,
      reason: said,
      detail: detailOf(move),
      at,
      before: agreedOn(before),
      after: agreedOn(after),
    })),
  );
  const person = move.action === 'delegate' ? (await store.people()).find(({ key }) => key === move.to) : undefined;
  const to = person && { key: person.key, name: person.name };
  await store.append(decisionEvents(found.consumer, move.action, moved, to), world.actor.id, at);
}

/** What a decision is bound to: the state it moved, and the very thing that was asked. */
function agreedOn({ state, value, fingerprint }: RequirementToKeep) {
  return { state, value, fingerprint };
}

/** What somebody else did meanwhile. */
export async function staleAsk(store: ReadStore, ask: string, { version }: FoundAsk): Promise<Refusal> {
  const whoIs = await whoIsWho(store);
  const last = (await store.decisions(ask)).at(-1);
  const by = last && whoIs(last.byId);
  const told = last && by ? { by: by.name, at: last.at.toISOString(), action: last.action } : null;
  return { code: 'stale-ask', ask, version, last: told };
}
