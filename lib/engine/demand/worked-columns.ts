import type { Column, Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';
import { rawColumns } from './raw-columns';

const DIGESTS = new Set(['md5', 'sha256']);
const EQUALITIES = new Set(['=', '<>', 'is distinct from', 'is not distinct from']);

/**
 * The columns an expression does something with that only their own values allow. A digest can be copied, chosen, counted and
 * told from another one; it cannot be ordered, searched, calculated with, taken for true or told from a value that is written down.
 */
export function workedColumns(tree: Expression): readonly Column[] {
  const known = worked.get(tree) ?? workedIn(tree);
  worked.set(tree, known);
  return known;
}

/** The same of a condition: what it asks to be true cannot be a digest. */
export function workedInCondition(tree: Expression): readonly Column[] {
  if (tree.kind === 'and' || tree.kind === 'or') return tree.operands.flatMap(workedInCondition);
  if (tree.kind === 'unary' && tree.operator === 'not') return workedInCondition(tree.operand);
  return tree.kind === 'column' ? [tree] : workedColumns(tree);
}

const worked = new WeakMap<Expression, readonly Column[]>();

function workedIn(tree: Expression): readonly Column[] {
  const within = () => childrenOf(tree).flatMap(workedColumns);
  const all = () => childrenOf(tree).flatMap((child) => [...rawColumns(child), ...workedColumns(child)]);
  switch (tree.kind) {
    case 'column':
    case 'literal':
      return [];
    case 'and':
    case 'or':
      return workedInCondition(tree);
    case 'unary':
      return tree.operator === 'not' ? workedInCondition(tree) : all();
    case 'test':
      return tree.test === 'null' ? within() : workedInCondition(tree.operand);
    case 'comparison':
      return EQUALITIES.has(tree.operator) && !namesAValue([tree.left, tree.right]) ? within() : all();
    case 'in':
      return namesAValue(tree.items) ? all() : within();
    case 'case': {
      const { subject, arms, otherwise } = tree;
      return [
        ...(subject ? workedColumns(subject) : []),
        ...(subject && namesAValue(arms.map(({ when }) => when)) ? rawColumns(subject) : []),
        ...arms.flatMap(({ when }) => (subject ? workedColumns(when) : workedInCondition(when))),
        ...arms.flatMap(({ result }) => workedColumns(result)),
        ...(otherwise ? workedColumns(otherwise) : []),
      ];
    }
    case 'aggregate':
      return tree.name === 'count' ? within() : all();
    case 'call':
      if (tree.name === 'nullif') return namesAValue(tree.arguments) ? all() : within();
      return tree.name === 'coalesce' || DIGESTS.has(tree.name) ? within() : all();
    default:
      return all();
  }
}

/** A written value is in clear; an unknown one is no value. */
function namesAValue(trees: readonly Expression[]): boolean {
  return trees.some((tree) => tree.kind === 'literal' && tree.type !== 'null');
}
