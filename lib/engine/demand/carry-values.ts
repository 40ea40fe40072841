import { printPredicate } from '@/lib/sql/predicate';
import type { Expression } from '@/lib/sql/tree';
import { overInputs } from '../lineage/over-inputs';
import { spellTruth } from '../placement/spell-codes';
import { addStep, type Step } from '../steps';
import { carryWeight, type Weight } from './carry-completeness';
import { carryCondition } from './carry-condition';
import type { Demand } from './demand';
import { nameNode } from './find-path';
import { keepsRows } from './keeps-rows';
import { makesNulls } from './makes-nulls';
import { valuesBehind } from './values-behind';

/** How many values of an attribute may be missing, among the rows that `when` speaks of (null: all of them). */
export type CarriedValue = {
  ref: string;
  attribute: string;
  when: string | null;
  budget: number;
  approximate: boolean;
  path: Step;
  /** What the need by itself leaves, where more may be missing by agreement. */
  asked?: number;
};

export type ValuesAsked = Pick<CarriedValue, 'ref' | 'attribute' | 'budget' | 'approximate'> & {
  when: Expression | null;
  weight: Weight;
};

type Need = ValuesAsked & { path: Step; asked?: number };
/** What was agreed of an attribute in place of its budget, among the rows of a condition. */
export type SettleValues = (need: Pick<CarriedValue, 'ref' | 'attribute' | 'when' | 'budget'>) => number;

/**
 * Completeness of values, carried attribute by attribute as an error budget: it splits equally over the attributes the
 * expression names (union bound). The share stays a guarantee only where the rows stay the same ones; through a filter,
 * a grouping or a look-up, which counts a row as often as it is referred to, it is marked approximate. So is a
 * condition, a weight that does not come from the same rows, and what may be missing though all it is made of is there.
 */
export function carryValues(
  demand: Demand,
  asked: ValuesAsked,
  settle: SettleValues = ({ budget }) => budget,
): CarriedValue[] {
  const needs = new Map<string, Map<string, Need>>();
  const add = (need: Need) => {
    const own = needs.get(need.ref) ?? new Map<string, Need>();
    needs.set(need.ref, own);
    const key = JSON.stringify([need.attribute, printPredicate(need.when)]);
    const before = own.get(key);
    if (!before || need.budget < before.budget) own.set(key, need);
    else if (need.budget === before.budget) before.approximate ||= need.approximate;
  };
  const path = addStep(null, nameNode(asked.ref, asked.attribute));
  add({ ...asked, path });
  const settleAt = (ref: string) => {
    for (const need of needs.get(ref)?.values() ?? []) {
      const settled = settle({ ...need, when: printPredicate(need.when) });
      if (settled !== need.budget) Object.assign(need, { budget: settled, asked: need.budget });
    }
  };
  for (const { ref, entity, liveInputs } of demand.order) {
    settleAt(ref);
    const derivation = entity?.derivation;
    if (!entity) continue;
    for (const need of needs.get(ref)?.values() ?? []) {
      // A wish is asked of somebody under its own name, and with it whatever is stated of it.
      const gap = demand.gaps.find(({ wish, attribute }) => wish === ref && attribute === need.attribute);
      if (!gap) continue;
      const from = derivation?.inputs[0]?.alias;
      const carried = need.when && from !== undefined ? carryCondition(entity, need.when, from) : need.when;
      const weight = need.weight === null ? null : 'elsewhere';
      const at = { ref: `${gap.product}.${gap.entity}`, attribute: need.attribute };
      const approximate = need.approximate || weight !== null;
      const path = addStep(need.path, nameNode(at.ref, at.attribute));
      add({ ...at, budget: need.budget, when: carried && spellTruth(carried), approximate, weight, path });
    }
    if (!derivation) continue;
    const rankOf = (alias: string) => derivation.inputs.findIndex((input) => input.alias === alias);
    for (const need of needs.get(ref)?.values() ?? []) {
      const tree = overInputs(entity, need.attribute);
      const columns = tree === null ? [] : valuesBehind(tree, rankOf);
      const isMadeNull = tree !== null && makesNulls(tree);
      for (const { qualifier, name } of columns) {
        const input = liveInputs.find((live) => live.input.alias === qualifier)?.input;
        if (input?.kind !== 'entity') continue;
        const isSameRow = input.join === 'from' && keepsRows(derivation, liveInputs);
        const carried = need.when === null ? null : carryCondition(entity, need.when, input.alias);
        const weight = carryWeight(need.weight, (weighing) =>
          isSameRow ? carryCondition(entity, weighing, input.alias) : null,
        );
        add({
          ref: input.ref,
          attribute: name,
          budget: need.budget / columns.length,
          approximate: need.approximate || isMadeNull || !isSameRow || weight === 'elsewhere',
          when: carried && spellTruth(carried),
          weight,
          path: addStep(need.path, nameNode(input.ref, name)),
        });
      }
    }
  }
  for (const ref of needs.keys()) if (!demand.entities.has(ref)) settleAt(ref);
  return [...needs.values()].flatMap((own) =>
    [...own.values()].map(({ weight: _, ...need }) => ({ ...need, when: printPredicate(need.when) })),
  );
}
