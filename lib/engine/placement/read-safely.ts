import type { TypeOf } from '@/lib/sql/print-engine';
import type { Expression } from '@/lib/sql/tree';
import { typeExpression } from '@/lib/sql/types';
import { mapChildren } from '@/lib/sql/walk';

/**
 * A text that does not read as a number is nothing here, and in most databases the end of the query. So a check that reads
 * texts says what is meant in the word that means it everywhere; that every text can be read is another rule.
 */
export function readSafely(tree: Expression, typeOf: TypeOf): Expression {
  const made = mapChildren(tree, (child) => readSafely(child, typeOf));
  if (made.kind !== 'cast' || made.safe || made.to === 'string') return made;
  return typeExpression(made.operand, typeOf).type === 'string' ? { ...made, safe: true } : made;
}
