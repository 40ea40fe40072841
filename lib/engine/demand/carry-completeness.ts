import type { Expression } from '@/lib/sql/tree';
import type { EntityEdges } from '../lineage/product-graph';
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

type Carried = { budget: number; approximate: boolean; path: Step; weight: Weight; asked?: number };

/** What is needed, what reads what, and what is wished for and nobody has. */
type Reads = { demand: Demand; edges: EntityEdges; wished: readonly string[] };

/** What was agreed of an entity in place of its budget; what lies further upstream shares that. */
export type SettleBudget = (ref: string, budget: number) => number;

export function carryCompleteness(
  { demand, edges, wished }: Reads,
  roots: readonly CompletenessRoot[],
  min: number,
  settle: SettleBudget = (_, budget) => budget,
): CarriedBudget {
  const carried = new Map<string, Carried>();
  for (const { ref, approximate, weight } of roots) {
    const isApproximate = approximate || weight === 'elsewhere';
    const before = carried.get(ref);
    const path = addStep(null, nameNode(ref, null));
    if (!before) carried.set(ref, { budget: 1 - min, approximate: isApproximate, path, weight });
    else before.approximate ||= isApproximate;
  }
  const carry = (input: string, from: Carried, { budget, approximate, weight }: Omit<Carried, 'path'>) => {
    const before = carried.get(input);
    if (!before || budget < before.budget)
      carried.set(input, { budget, approximate, path: addStep(from.path, nameNode(input, null)), weight });
    else if (budget === before.budget) before.approximate ||= approximate;
  };
  for (const ref of [...demand.order.map((one) => one.ref), ...wished]) {
    const own = carried.get(ref);
    const { entity, liveInputs = [] } = demand.entities.get(ref) ?? {};
    if (!own) continue;
    const settled = settle(ref, own.budget);
    if (settled !== own.budget) Object.assign(own, { budget: settled, asked: own.budget });
    if (!entity?.derivation) {
      // A wish is read row by row by whoever wished for it.
      const weight = own.weight === null ? null : 'elsewhere';
      const approximate = own.approximate || weight !== null;
      for (const input of edges.get(ref) ?? []) carry(input, own, { budget: own.budget, approximate, weight });
      continue;
    }
    const { where, groupBy } = entity.derivation;
    const sharers = liveInputs.filter(({ input }) => input.kind === 'entity' && input.join !== 'left');
    const budget = own.budget / Math.max(1, sharers.length);
    const isSameRows = keepsRows(entity.derivation, liveInputs);
    for (const { input } of sharers) {
      const weight = carryWeight(own.weight, (tree) =>
        isSameRows && input.join === 'from' ? carryCondition(entity, tree, input.alias) : null,
      );
      const approximate = own.approximate || where !== null || groupBy.length > 0 || weight === 'elsewhere';
      carry(input.ref, own, { budget, approximate, weight });
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
