import { parseExpression } from '@/lib/sql/parse';
import { printExpression } from '@/lib/sql/print';
import { andOf, disjunctsOf, orOf } from '@/lib/sql/rewrite';

/**
 * A rule carried below a filter says "not one of these rows, or as it should be". People read the same the other way
 * round: as it should be, where these rows are. Text that is no expression, or has no such filter, comes back as it is.
 */
export function splitGuards(condition: string): { rule: string; where: string | null } {
  const tree = parseExpression(condition);
  if (!tree.ok) return { rule: condition, where: null };
  const guards = disjunctsOf(tree.value).flatMap((one) =>
    one.kind === 'test' && one.test === 'true' && one.negated ? [one.operand] : [],
  );
  const rules = disjunctsOf(tree.value).filter((one) => !(one.kind === 'test' && one.test === 'true' && one.negated));
  if (guards.length === 0 || rules.length === 0) return { rule: condition, where: null };
  return { rule: printExpression(orOf(rules)), where: printExpression(andOf(guards)) };
}
