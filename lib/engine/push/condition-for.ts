import { describeCondition } from '@/lib/model/condition-words';
import { midSentence } from '@/lib/model/words-for';
import { parseExpression } from '@/lib/sql/parse';
import type { Column } from '@/lib/sql/tree';
import type { Requirement } from '../plan';
import type { PlanNames } from './plan-names';

/** A condition on the rows of what is asked, as a reader reads it: as it is written, or in words. */
export type ConditionFor = (condition: string) => string;

/** Analysts read labels and words, engineers the very text; what is no expression stays as it is. */
export function conditionFor({ product, target }: Requirement, names: PlanNames, isPlain: boolean): ConditionFor {
  return (condition) => {
    const tree = isPlain ? parseExpression(condition) : null;
    if (!tree?.ok) return condition;
    const [entity = ''] = target?.split('.', 1) ?? [];
    const at = (column: Column) => `${column.qualifier ?? entity}.${column.name}`;
    return describeCondition(
      tree.value,
      (column) => midSentence(names.target(product, at(column)).split(' › ').at(-1) ?? column.name),
      (column) => names.isTime(product, at(column)),
    );
  };
}
