import { columnsOf } from './columns';
import { FUNCTIONS } from './functions';
import type { Expression } from './tree';
import { childrenOf } from './walk';

/** True when the same row gives the same value at any time, so that the expression may be computed elsewhere. */
export function isDeterministic(tree: Expression): boolean {
  if (tree.kind === 'call' && !FUNCTIONS.get(tree.name)?.deterministic) return false;
  return childrenOf(tree).every(isDeterministic);
}

/**
 * True when the value is surely null as soon as any column it reads is null. False may mean that it is not, or only
 * that this cannot be told from the outermost constructs.
 */
export function isStrict(tree: Expression): boolean {
  switch (tree.kind) {
    case 'literal':
    case 'column':
      return true;
    case 'comparison':
      return !tree.operator.startsWith('is') && childrenOf(tree).every(isStrict);
    case 'in':
      return isStrict(tree.operand) && tree.items.every((item) => columnsOf(item).length === 0);
    case 'unary':
    case 'binary':
    case 'like':
    case 'cast':
    case 'extract':
      return childrenOf(tree).every(isStrict);
    case 'call':
      return FUNCTIONS.get(tree.name)?.strict === true && tree.arguments.every(isStrict);
    default:
      return columnsOf(tree).length === 0;
  }
}
