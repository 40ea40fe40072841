import { recordsOf } from '@/lib/model/records';
import type { Plan } from '../plan';
import { minutesOf } from './ask-minutes';
import { type Demand, demandBelow, type NeededEntity } from './demand';
import { statedAnywhere } from './needs';
import { everyOf, runtimeAncestors, takesOf, upstreamOf } from './supply';
import type { WorkspaceView } from './view';
import { nameOf } from './ways';

/**
 * The plan walked forwards: if every upstream product kept exactly what it is asked for, would the consumer have what it
 * stated? Every need that would not hold is told.
 */
export function findBrokenNeeds(view: WorkspaceView, demand: Demand, plan: Plan): string[] {
  const product = view.products.get(demand.consumer);
  if (!product) return [];
  const assigned = (at: string, kind: string, target: string | null = null) =>
    plan.requirements.find(
      (row) => row.product === at && row.kind === kind && row.target === target && row.rule === null,
    );
  const found: string[] = [];
  const expectAtMost = (what: string, value: number, limit: number) => {
    if (value > limit + 1e-9) found.push(`${demand.consumer}: ${what} would be ${value}, and ${limit} is needed`);
  };
  const within = (entities: string[] | null) => (entities === null ? demand : demandBelow(demand, entities));

  for (const { rule, entities } of statedAnywhere(product, 'freshness')) {
    const age = (at: string): number => {
      const inputs = upstreamOf([within(entities)], at);
      if (inputs.length === 0 && at !== product.key) return Number(assigned(at, 'freshness')?.value ?? Infinity);
      const build = view.products.get(at);
      return (build ? everyOf(build) + takesOf(build) : 0) + Math.max(-Infinity, ...inputs.map(age));
    };
    expectAtMost('its age', age(product.key), rule.maxMinutes);
  }
  for (const { rule, entities } of statedAnywhere(product, 'deadline')) {
    if (rule.timezone !== undefined) continue;
    const ready = (at: string): number => {
      const inputs = upstreamOf([within(entities)], at);
      const row = assigned(at, 'deadline');
      if (inputs.length === 0 && at !== product.key)
        return minutesOf(String(row?.value)) + 1440 * (row?.dayOffset ?? 0);
      const build = view.products.get(at);
      return (build ? takesOf(build) : 0) + Math.max(-Infinity, ...inputs.map(ready));
    };
    expectAtMost('the minute it is ready', ready(product.key), minutesOf(rule.at) + 1440 * (rule.dayOffset ?? 0));
  }
  const own = plan.consumers.find(({ key }) => key === product.key)?.own.availability ?? 0;
  for (const { rule, entities } of statedAnywhere(product, 'availability')) {
    const ancestors = [...runtimeAncestors(view, [within(entities)], product.key)];
    const up = ancestors.reduce((whole, at) => whole * Number(assigned(at, 'availability')?.value ?? 0), own);
    expectAtMost('its unavailability', 1 - up, 1 - rule.min);
  }
  for (const { onId, rule } of recordsOf(product.model, 'expectation')) {
    if (rule.rule !== 'completeness' || rule.of === 'values' || rule.weight !== undefined || rule.when !== undefined)
      continue;
    const on = onId === null ? null : product.model.records[onId];
    if (on !== null && on?.kind !== 'entity') continue;
    const used = [...demand.entities.values()].filter((needed) => needed.view.product === product.key);
    for (const needed of used.filter(({ view: { name } }) => on === null || nameOf(product, on.id) === name)) {
      const lost = lostRows(demand, needed, (at, entity) =>
        Number(assigned(at, 'completeness', on === null ? null : entity)?.value ?? 0),
      );
      if (lost !== null) expectAtMost(`the share lost of ${needed.view.name}`, lost, 1 - rule.min);
    }
  }
  return found;
}

/** Errors added up over what an entity is made from; null through a filter or a group-by, where nothing is promised. */
function lostRows(
  demand: Demand,
  { view, live }: NeededEntity,
  assigned: (product: string, entity: string) => number,
): number | null {
  if (view.where !== null || view.groupBy.length > 0) return null;
  const counted = live.filter(({ isTable, join }) => !isTable && join !== 'left');
  if (counted.length === 0) return view.product === demand.consumer ? 0 : 1 - assigned(view.product, view.name);
  let lost = 0;
  for (const { ref } of counted) {
    const input = demand.entities.get(ref);
    const share = input ? lostRows(demand, input, assigned) : 1;
    if (share === null) return null;
    lost += share;
  }
  return lost;
}
