import { ok, type Result, refuse } from '@/lib/base/result';
import type { Plan, PlanChange } from '@/lib/engine/plan';
import { planNames } from '@/lib/engine/push/plan-names';
import { comparePlansUnder, type WhatIf } from '@/lib/engine/push/what-if';
import { allow } from './allow';
import { describeEffects } from './describe-effect';
import { vocabularyOf } from './describe-lines';
import type { Refusal } from './refusal';
import type { World } from './world';

export type ChangeQuestion = {
  change: PlanChange;
  /** Keys of consumers; null: every one that has been sent upstream. */
  consumers: readonly string[] | null;
};

/**
 * What a change of anything would do to everybody who reads data, by name: nothing is kept and nobody is told. Each
 * consumer is planned by itself before and after, so that what is said of one does not depend on the others.
 */
export async function foreseeChange(world: World, { change, consumers }: ChangeQuestion) {
  const { actor, store } = world;
  const allowed = allow(actor, 'plan.preview', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const isConsumer = (key: string) =>
    snapshot.products.some((product) => product.key === key && product.alignment === 'consumer');
  const asked = consumers ?? (await store.pushedConsumers()).filter(isConsumer);
  const stranger = asked.find((key) => !isConsumer(key));
  if (stranger !== undefined) return refuse({ code: 'not-found', what: 'product', key: stranger } as const);
  const before = new Map<string, Plan>();
  const after = new Map<string, Plan>();
  for (const key of asked) {
    const one = told(comparePlansUnder(snapshot, [key], change));
    if (!one.ok) return one;
    before.set(key, one.value.before);
    after.set(key, one.value.after);
  }
  const all = told(comparePlansUnder(snapshot, asked, change));
  if (!all.ok) return all;
  const names = planNames(snapshot);
  const people = await store.people();
  const effects = describeEffects(before, after, { snapshot, people, vocabulary: vocabularyOf(actor), changed: null });
  const named = (key: string) => ({ key, name: names.product(key) });
  const noticing = new Set(effects.map(({ consumer }) => consumer.key));
  const { missingMinutes, room, spending } = all.value;
  return ok({
    effects,
    untouched: asked.filter((key) => !noticing.has(key)).map(named),
    missingMinutes,
    room: room.map(({ product, ...rest }) => ({ product: named(product), team: names.team(product), ...rest })),
    spending: spending.map(({ product, minutes, on }) => ({
      product: named(product),
      team: names.team(product),
      minutes,
      on: named(on),
    })),
  });
}

function told(found: ReturnType<typeof comparePlansUnder>): Result<WhatIf, Refusal> {
  if (found.ok) return found;
  if (found.error.code === 'lineage-loop') return refuse(found.error);
  throw new Error(`planned a consumer that is not there: ${found.error.consumer}`);
}
