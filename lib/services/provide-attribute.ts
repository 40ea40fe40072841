import { ok, type Result, refuse } from '@/lib/base/result';
import { rowKey } from '@/lib/engine/push/asked-row';
import { planNames } from '@/lib/engine/push/plan-names';
import { askKey, entityOfTarget, readAskKey } from '@/lib/reviews/ask-key';
import { afterMove, isAgreed } from '@/lib/reviews/state-machine';
import { decisionEvents } from './ask-events';
import { staleAsk } from './decide-ask';
import { describeEffects } from './describe-effect';
import { vocabularyOf } from './describe-lines';
import { moveRow } from './move-row';
import { type AskPage, readAskPage } from './open-ask';
import { type PlannedProvision, type ProvideOrder, planProvision } from './plan-provision';
import { publishVersion } from './publish-version';
import type { Refusal } from './refusal';
import { replanConsumers } from './replan-consumers';
import type { EventToAppend, ReadStore, RequirementToKeep, StoredRequirement, WriteStore } from './store';
import type { World } from './world';
import { markOf, writePlanned } from './write-planned';

export type Provided = { ask: AskPage; version: number; effects: ProvisionPreview['effects']; missing: string[] };
export type ProvisionPreview = {
  effects: ReturnType<typeof describeEffects>;
  /** What is still missing on the way to the source, in words: the origin names it and has nothing for it either. */
  missing: string[];
};

/** What providing would ask of whom next, and what it does to everybody who relies on the product. Nothing is kept. */
export async function previewProvision(world: World, order: ProvideOrder): Promise<Result<ProvisionPreview, Refusal>> {
  const planned = await planProvision(world, world.store, order);
  return planned.ok ? ok(await tellProvision(world, world.store, planned.value, order.target)) : planned;
}

/**
 * Somebody of the owning team says where a wish comes from. In one transaction the provider's model has it and is
 * published, what was asked is accepted in that person's name and built, every live consumer is planned again, and
 * whoever feeds the new origin is asked by itself. Nothing else changes, and all of it happens or none.
 */
export function provideForAsk(
  world: World,
  order: ProvideOrder & { version: number; reason: string | null },
): Promise<Result<Provided, Refusal>> {
  const place = readAskKey(order.ask);
  return writePlanned(world, {
    mark: async (store) =>
      `${await markOf(store, place?.product ?? '')} ${await store.askedMark(place?.consumer ?? '')}`,
    plan: (store) => planProvision(world, store, order),
    write: (store, planned) => carryOut(world, store, order, planned),
  });
}

async function carryOut(
  world: World,
  store: WriteStore,
  order: ProvideOrder & { version: number; reason: string | null },
  planned: PlannedProvision,
): Promise<Result<Provided, Refusal>> {
  const { ask, found, document, after, plans } = planned;
  if (ask.version !== order.version) return refuse(await staleAsk(store, order.ask, ask));

  const at = world.now();
  const told = await tellProvision(world, store, planned, order.target);
  const names = planNames(after);
  const reason =
    order.reason ??
    `${'wish' in order.from ? 'Asks further for' : 'Provides'} ${names.target(found.product.key, order.target)} for ${names.product(ask.consumer)}`;
  const published = await publishVersion(world, store, { found, document, reason, at });
  const agreed = await agree(world, store, { planned, order, at });
  const replanned = await replanConsumers(world, store, {
    snapshot: after,
    plans: plans.after,
    because: found.product.key,
    at,
  });
  const subject = {
    product: found.product.key,
    version: published.number,
    target: order.target,
    lines: agreed.lines,
  };
  await store.append(
    [
      ...published.events,
      ...('wish' in order.from ? [] : [{ kind: 'attribute-provided' as const, subject }]),
      ...agreed.events,
      ...replanned,
    ],
    world.actor.id,
    at,
  );
  const page = await readAskPage(world, store, order.ask);
  return page.ok ? ok({ ask: page.value, version: published.number, ...told }) : page;
}

type Agreeing = { planned: PlannedProvision; order: ProvideOrder & { reason: string | null }; at: Date };

/**
 * What the new origin meets is agreed to in the name of who provided it, for everybody who asks for it, and built by the
 * same stroke. What had been agreed to before is built now. What is asked further upstream is taken on and not built yet.
 * A requirement somebody else still has to answer is left to the plan.
 */
async function agree(world: World, store: WriteStore, { planned, order, at }: Agreeing) {
  const product = planned.found.product.key;
  const events: EventToAppend[] = [];
  let lines = 0;
  for (const [consumer, plan] of planned.plans.after) {
    const met = new Set(plan.requirements.filter(({ verdict }) => verdict === 'met').map(rowKey));
    const isTakenOn = (row: StoredRequirement) => isWished(order, row.target);
    const rows = (await store.requirements({ consumer, products: [product] })).filter(
      (row) =>
        (row.kind === 'attribute' || row.kind === 'entity') &&
        row.verdict !== 'met' &&
        (met.has(rowKey(row)) || isTakenOn(row)),
    );
    const by = { id: world.actor.id, at };
    const accepted = rows.flatMap((before) => {
      if (isAgreed(before.state) || afterMove(before.state, 'accept') === null) return [];
      return [{ before, after: moveRow(before, { action: 'accept', reason: order.reason }, by) }];
    });
    const built = rows.flatMap((row) => {
      if (!met.has(rowKey(row))) return [];
      const before = accepted.find((step) => step.before.id === row.id)?.after ?? row;
      if (afterMove(before.state, 'implement') === null) return [];
      return [
        {
          before: { ...row, ...before },
          after: moveRow({ ...row, ...before }, { action: 'implement', reason: null }, by),
        },
      ];
    });
    lines += Math.max(built.length, accepted.length);
    await store.keepRequirements(accepted.map(({ after }) => after));
    await store.keepRequirements(built.map(({ after }) => after));
    await store.keepDecisions([
      ...accepted.map((step) => toDecision(world, step, 'accept', order.reason)),
      ...built.map((step) => toDecision(world, step, 'implement', null)),
    ]);
    events.push(...decisionEvents(consumer, 'accept', accepted), ...decisionEvents(consumer, 'implement', built));
  }
  return { events, lines };
}

/** True of what is drawn now and still has to come from further upstream. */
function isWished({ from, target }: ProvideOrder, asked: string | null): boolean {
  if ('wish' in from) return asked === target;
  return 'entity' in from && from.fields.some((field) => field.from === null && asked === `${target}.${field.name}`);
}

type Step = { before: StoredRequirement; after: RequirementToKeep };

function toDecision(world: World, { before, after }: Step, action: 'accept' | 'implement', reason: string | null) {
  const { consumer, product, target } = before;
  return {
    id: world.newId(),
    requirementId: before.id,
    ask: askKey({ consumer, product, entity: entityOfTarget(target) }),
    action,
    byId: world.actor.id,
    reason,
    detail: null,
    at: world.now(),
    before: agreedOn(before),
    after: agreedOn(after),
  };
}

/** What a decision is bound to: the state it moved, and the very thing that was asked. */
function agreedOn({ state, value, fingerprint }: RequirementToKeep) {
  return { state, value, fingerprint };
}

async function tellProvision(
  world: World,
  store: ReadStore,
  { found, after, plans }: PlannedProvision,
  target: string,
): Promise<ProvisionPreview> {
  const people = await store.people();
  const effects = describeEffects(plans.before, plans.after, {
    snapshot: after,
    changed: found.product.key,
    people,
    vocabulary: vocabularyOf(world.actor),
  });
  return {
    effects,
    missing: stillMissing(plans.after, {
      node: `${found.product.key}:${target}`,
      product: found.product.key,
      names: planNames(after),
    }),
  };
}

/** Rows further upstream that stem from what was provided and that nobody offers. */
function stillMissing(
  plans: PlannedProvision['plans']['after'],
  { node, product, names }: { node: string; product: string; names: ReturnType<typeof planNames> },
): string[] {
  const rows = [...plans.values()].flatMap(({ requirements }) =>
    requirements.filter(
      (row) =>
        row.verdict === 'missing' &&
        row.product !== product &&
        (row.kind === 'attribute' || row.kind === 'entity') &&
        row.because.some(({ path }) => path.some((step) => step === node || step.startsWith(`${node}.`))),
    ),
  );
  return [
    ...new Set(
      rows.map(
        (row) => `${names.target(row.product, row.target ?? '')} of ${names.product(row.product)} has no origin yet`,
      ),
    ),
  ].sort();
}
