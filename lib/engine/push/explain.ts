import type { Vocabulary } from '@/lib/model/vocabulary';
import type { Requirement } from '../plan';
import { describeAsk } from './describe-ask';
import { describeWhy } from './describe-why';
import type { PlanNames } from './plan-names';

/** One sentence: what is asked and for what, from the first cause and its path. */
export function explainRequirement(row: Requirement, names: PlanNames, vocabulary: Vocabulary): string {
  const ask = describeAsk(row, names, vocabulary);
  if (row.asked === undefined) return `${ask}, ${describeWhy(row, names)}.`;
  const why = describeWhy({ ...row, value: row.asked }, names);
  return `${ask}, as agreed, ${why.replace(/^because /, 'although ')}.`;
}
