import { roundOff } from '../round-off';
import { addStep, type Step } from '../steps';
import type { Demand } from './demand';
import { nameNode } from './find-path';

/**
 * Row completeness, carried entity by entity as an error budget. Budgets add (union bound): a derivation splits its own
 * equally over `from` and the inner-joined entity inputs, each alias counting; left-joined inputs and tables get none.
 * Through a filter or a grouping the number is no longer a guarantee and is marked approximate. An entity reached twice
 * is asked for the smallest budget.
 */
export type CarriedBudget = Map<string, { budget: number; approximate: boolean; path: Step }>;

export function carryCompleteness(
  demand: Demand,
  roots: readonly string[],
  min: number,
  isFiltered: boolean,
): CarriedBudget {
  const carried: CarriedBudget = new Map(
    roots.map((ref) => [ref, { budget: 1 - min, approximate: isFiltered, path: addStep(null, nameNode(ref, null)) }]),
  );
  for (const ref of demand.order) {
    const own = carried.get(ref);
    const { entity, liveInputs = [] } = demand.entities.get(ref) ?? {};
    if (!own || !entity?.derivation) continue;
    const { where, groupBy } = entity.derivation;
    const sharers = liveInputs.filter(({ input }) => input.kind === 'entity' && input.join !== 'left');
    const budget = own.budget / Math.max(1, sharers.length);
    const approximate = own.approximate || where !== null || groupBy.length > 0;
    for (const { input } of sharers) {
      const before = carried.get(input.ref);
      if (!before || budget < before.budget) {
        const path = addStep(own.path, nameNode(input.ref, null));
        carried.set(input.ref, { budget, approximate, path });
      } else if (budget === before.budget) before.approximate ||= approximate;
    }
  }
  return carried;
}

export function minOfBudget(budget: number): number {
  return roundOff(1 - budget);
}
