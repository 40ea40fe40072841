import { ok, type Result, refuse } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { PlanChange, RequirementValue } from '@/lib/engine/plan';
import { applyChange } from '@/lib/engine/push/apply-change';
import { type PlanNames, planNames } from '@/lib/engine/push/plan-names';
import { planPush } from '@/lib/engine/push/plan-push';
import { findCounterProblem } from '@/lib/reviews/counter-value';
import {
  describeAlternative,
  describeConsequence,
  describeNeedAfter,
  isBroken,
} from '@/lib/reviews/describe-consequence';
import { type CounterQuestion, findConsequence } from '@/lib/reviews/find-consequence';
import { allow } from './allow';
import { askResource } from './ask-policy';
import { findAsk } from './find-ask';
import { livePlan } from './live-plan';
import { toRequirement } from './plan-requirements';
import type { Refusal } from './refusal';
import type { World } from './world';

export type CounterToForesee = { ask: string; lines: string[]; value: RequirementValue; date: string | null };
export type Foreseen = { lines: ({ line: string } & ReturnType<typeof tellOf>)[] };

/** What an offer would do to everybody who needs the same, before it is made. Nothing is kept and nobody is told. */
export async function foreseeCounter(
  world: World,
  { ask, lines, value, date }: CounterToForesee,
): Promise<Result<Foreseen, Refusal>> {
  const { store } = world;
  const found = await findAsk(store, ask);
  if (!found.ok) return found;
  const { snapshot } = await store.snapshot();
  const allowed = allow(world.actor, 'ask.read', askResource(world, snapshot, found.value, found.value.rows));
  if (!allowed.ok) return allowed;
  const rows = found.value.rows.filter((row) => lines.includes(row.id));
  const strange = lines.filter((id) => !rows.some((row) => row.id === id));
  if (strange.length > 0) return refuse({ code: 'lines-not-open', ids: strange });
  for (const row of rows) {
    const problem = findCounterProblem(toRequirement(row), value, date);
    if (problem) return refuse({ code: 'counter-refused', line: row.id, problem });
  }
  const consumers = await store.pushedConsumers();
  const names = planNames(snapshot);
  return ok({
    lines: rows.map((row) => {
      const question: CounterQuestion = { asked: toRequirement(row), value, consumers, names, ...plansOf(snapshot) };
      return { line: row.id, ...tellOf(question, names) };
    }),
  });
}

function plansOf(snapshot: WorkspaceSnapshot): Pick<CounterQuestion, 'planOf' | 'isAggregate'> {
  const alignment = new Map(snapshot.products.map((product) => [product.key, product.alignment]));
  return {
    isAggregate: (key) => alignment.get(key) === 'aggregate',
    planOf(consumer: string, change?: PlanChange) {
      if (!change) return livePlan(snapshot, [consumer]);
      const planned = planPush(applyChange(snapshot, change), [consumer]);
      return planned.ok ? planned.value : null;
    },
  };
}

function tellOf(question: CounterQuestion, names: PlanNames) {
  const found = findConsequence(question);
  const named = (key: string) => ({ key, name: names.product(key) });
  return {
    words: describeConsequence(question, found),
    consumers: found.consumers.map((after) => ({
      consumer: named(after.consumer),
      owner: names.team(after.consumer),
      asked: after.asked,
      isBroken: isBroken(after),
      metrics: after.metrics.map(({ name, ageMinutes }) => ({
        key: name,
        name: names.metric(after.consumer, name),
        ageMinutes,
      })),
      needs: after.needs.map((need) => ({
        name: need.name,
        isBroken: need.isBroken,
        words: describeNeedAfter(question, need),
      })),
      policies: after.policies,
    })),
    alternatives: found.alternatives.map((alternative) => ({
      kind: alternative.kind,
      consumer: named(alternative.consumer),
      words: describeAlternative(alternative, names),
      change: alternative.kind === 'slack' ? null : alternative.change,
    })),
  };
}
