import type { Expression } from '@/lib/sql/tree';
import { roundOff } from '../round-off';
import { addStep, type Step } from '../steps';
import { carryCondition } from './carry-condition';
import type { Demand } from './demand';
import { nameNode } from './find-path';
import { keepsRows } from './keeps-rows';

/**
 * Row completeness, carried entity by entity as an error budget. Budgets add (union bound): a derivation splits its own
 * equally over `from` and the inner-joined entity inputs, each alias counting; left-joined inputs and tables get none.
 * Through a filter or a grouping the number is no longer a guarantee and is marked approximate. An entity reached twice
 * is asked for the smallest budget. Rows that are weighed keep their weight only while they and it stay the same rows.
 */
export type CarriedBudget = Map<string, { budget: number; approximate: boolean; path: Step; asked?: number }>;

export type CompletenessRoot = { ref: string; approximate: boolean; weight: Weight };

/** Over the entity's own names; `elsewhere` when it cannot be read in the same row. */
export type Weight = Expression | 'elsewhere' | null;

/** What was agreed of an entity in place of its budget; what lies further upstream shares that. */
export type SettleBudget = (ref: string, budget: number) => number;

export function carryCompleteness(
  demand: Demand,
  roots: readonly CompletenessRoot[],
  min: number,
  settle: SettleBudget = (_, budget) => budget,
): CarriedBudget {
  const carried = new Map<
    string,
    { budget: number; approximate: boolean; path: Step; weight: Weight; asked?: number }
  >();
  for (const { ref, approximate, weight } of roots) {
    const isApproximate = approximate || weight === 'elsewhere';
    const before = carried.get(ref);
    const path = addStep(null, nameNode(ref, null));
    if (!before) carried.set(ref, { budget: 1 - min, approximate: isApproximate, path, weight });
    else before.approximate ||= isApproximate;
  }
  for (const ref of demand.order) {
    const own = carried.get(ref);
    const { entity, liveInputs = [] } = demand.entities.get(ref) ?? {};
    if (!own) continue;
    const settled = settle(ref, own.budget);
    if (settled !== own.budget) Object.assign(own, { budget: settled, asked: own.budget });
    if (!entity?.derivation) continue;
    const { where, groupBy } = entity.derivation;
    const sharers = liveInputs.filter(({ input }) => input.kind === 'entity' && input.join !== 'left');
    const budget = own.budget / Math.max(1, sharers.length);
    const isSameRows = keepsRows(entity.derivation, liveInputs);
    for (const { input } of sharers) {
      const weight = carryWeight(own.weight, (tree) =>
        isSameRows && input.join === 'from' ? carryCondition(entity, tree, input.alias) : null,
      );
      const approximate = own.approximate || where !== null || groupBy.length > 0 || weight === 'elsewhere';
      const before = carried.get(input.ref);
      if (!before || budget < before.budget) {
        const path = addStep(own.path, nameNode(input.ref, null));
        carried.set(input.ref, { budget, approximate, path, weight });
      } else if (budget === before.budget) before.approximate ||= approximate;
    }
  }
  return carried;
}

export function carryWeight(weight: Weight, carry: (tree: Expression) => Expression | null): Weight {
  return weight === null || weight === 'elsewhere' ? weight : (carry(weight) ?? 'elsewhere');
}

export function minOfBudget(budget: number): number {
  return roundOff(1 - budget);
}
