import { can } from '@/lib/auth/can';
import { describeDenial } from '@/lib/auth/describe-denial';
import { groupBy } from '@/lib/base/group-by';
import { ok, type Result } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { rowKey } from '@/lib/engine/push/asked-row';
import { type PlanNames, planNames } from '@/lib/engine/push/plan-names';
import { isLive } from '@/lib/reviews/state-machine';
import { allow } from './allow';
import { askResource } from './ask-policy';
import { askedThrough } from './asked-through';
import { describeAsks } from './describe-asks';
import { describeStored, vocabularyOf } from './describe-lines';
import { actionsOn, describeBinding, describeNegotiation } from './describe-negotiation';
import { type FoundAsk, findAsk, lastAsked } from './find-ask';
import { livePlanInSlices } from './live-plan';
import { type NamedPerson, type WhoIs, whoIsWho } from './named-change';
import type { Refusal } from './refusal';
import type { ReadStore, StoredDecision } from './store';
import type { World } from './world';

const RECENT_EVENTS = 200;
export type AskPage = Awaited<ReturnType<typeof describeAsk>>;

/** One ask with each of its requirements, what was decided so far, and whether the reader may decide. */
export async function openAsk(world: World, { ask }: { ask: string }): Promise<Result<AskPage, Refusal>> {
  return readAskPage(world, world.store, ask);
}

/** The same inside a write, to answer with what it has just made. */
export async function readAskPage(world: World, store: ReadStore, key: string): Promise<Result<AskPage, Refusal>> {
  const found = await findAsk(store, key);
  if (!found.ok) return found;
  const { snapshot } = await store.snapshot();
  const allowed = allow(world.actor, 'ask.read', askResource(world, snapshot, found.value, found.value.rows));
  return allowed.ok ? ok(await describeAsk(world, store, snapshot, key, found.value)) : allowed;
}

async function describeAsk(world: World, store: ReadStore, snapshot: WorkspaceSnapshot, key: string, found: FoundAsk) {
  const { consumer, siblings, rows, version } = found;
  const whoIs = await whoIsWho(store);
  const last = lastAsked(rows);
  const names = planNames(snapshot);
  const speaker = { names, vocabulary: vocabularyOf(world.actor), whoIs };
  const consumers = await store.pushedConsumers();
  const asked = askedThrough(snapshot, await livePlanInSlices(snapshot, consumers)).asked(found.product);
  const people = new Map((await store.people()).map((one) => [one.key, { key: one.key, name: one.name }]));
  const person = (of: string) => people.get(of) ?? null;
  const telling = { snapshot, names, whoIs, person, siblings: await store.requirements({ consumer }) };
  const merged = new Map(asked.map((row) => [rowKey(row), row]));
  const lines = siblings.map((row) => ({
    ...describeStored(row, speaker, merged.get(rowKey(row))?.binding ?? []),
    ...describeNegotiation(row, telling),
    actions: actionsOn(world, snapshot, found, row),
    bound: isLive(row.state) ? describeBinding(merged.get(rowKey(row)), { snapshot, names }) : null,
  }));
  const ask = describeAsks(consumer, lines, snapshot, speaker).find((one) => one.key === key);
  if (!ask) throw new Error(`an ask that has rows was not described: ${key}`);
  const through = last === null ? null : await findChange(store, { consumer, at: last.askedAt, whoIs, names });
  const decision = can(world.actor, 'ask.decide', askResource(world, snapshot, found, rows));
  return {
    ...ask,
    version,
    askedBy: whoIs(last?.askedById ?? null),
    through,
    why: last === null || through !== null || last.askedWhy === '' ? null : last.askedWhy,
    since: (last?.askedAt ?? world.now()).toISOString(),
    decisions: groupDecisions(await store.decisions(key), whoIs, person),
    canDecide: decision.allowed,
    whyNot: decision.allowed ? null : describeDenial(decision.because),
  };
}

type Asking = { consumer: string; at: Date; whoIs: WhoIs; names: PlanNames };

/** A consumer is planned again at the very moment somebody changes what it reads; a push of its own has no such event. */
async function findChange(store: ReadStore, { consumer, at, whoIs, names }: Asking) {
  for (const event of await store.eventsOfProduct(consumer, RECENT_EVENTS)) {
    if (event.kind !== 'consumer-replanned' || event.at.getTime() !== at.getTime()) continue;
    const by = whoIs(event.byId);
    const { because, how = 'change' } = event.subject;
    return by && { by, how, product: { key: because, name: names.product(because) } };
  }
  return null;
}

/** One decision was made on many lines at once; it is told once. */
function groupDecisions(rows: readonly StoredDecision[], whoIs: WhoIs, person: (key: string) => NamedPerson | null) {
  const groups = groupBy(rows, ({ byId, at, action, reason, detail }) =>
    JSON.stringify([byId, at.getTime(), action, reason, detail]),
  );
  // Who provides something says yes to it and builds it by the same stroke.
  const isBuilt = ([row]: StoredDecision[]) => Number(row?.action === 'implement');
  const timeOf = ([row]: StoredDecision[]) => row?.at.getTime() ?? 0;
  const told = [...groups.values()].sort((a, b) => timeOf(a) - timeOf(b) || isBuilt(a) - isBuilt(b));
  return told.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { id, action, byId, at, reason, detail } = first;
    const by = whoIs(byId) ?? { key: byId, name: byId };
    const told = {
      value: detail?.value ?? null,
      date: detail?.date ?? null,
      until: detail?.until ?? null,
      to: detail?.to === undefined ? null : (person(detail.to) ?? { key: detail.to, name: detail.to }),
    };
    return [{ id, action, by, at: at.toISOString(), reason, ...told, lines: group.map((row) => row.requirementId) }];
  });
}
