import type { Expression } from '@/lib/sql/tree';
import { wholeLiteral } from './literal-numbers';

/** What is really divided by: every engine is told that nothing comes of dividing by zero, so `nullif(y, 0)` divides as `y` does. */
export function divisorIn(tree: Expression): Expression {
  if (tree.kind !== 'call' || tree.name !== 'nullif') return tree;
  const [of, never] = tree.arguments;
  return of && never && wholeLiteral(never) === 0n ? divisorIn(of) : tree;
}
