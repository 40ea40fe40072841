import type { RequirementKind, RequirementValue, Verdict } from '@/lib/engine/plan';
import type { AskAction } from './ask-action';
import { counterShape } from './counter-value';
import type { RequirementState } from './state';
import { actionsFrom, afterMove } from './state-machine';

type Row = {
  state: RequirementState;
  verdict: Verdict;
  kind: RequirementKind;
  value: RequirementValue;
  hard: boolean;
};

/**
 * What may be done about a requirement, whoever does it: what the table knows from here, without an offer where there is
 * nothing between yes and no, and without a yes to what cannot be kept as things are built.
 */
export function possibleActions(row: Row): AskAction[] {
  return actionsFrom(row.state)
    .filter((action) => action !== 'counter' || counterShape(row) !== null)
    .filter((action) => action !== 'accept' || canBeKept(row));
}

/** False of what is less than the builds on the way leave at best: who says yes to it has broken it already. */
export function canBeKept({ verdict }: Pick<Row, 'verdict'>): boolean {
  return verdict !== 'infeasible';
}

/** Whether the table lets an action happen here, and it can be stood by. */
export function isPossible(row: Row, action: AskAction): boolean {
  return afterMove(row.state, action) !== null && (action !== 'accept' || canBeKept(row));
}
