import { unreachable } from '@/lib/base/unreachable';
import type { Expression } from './tree';

/** The expressions directly inside a node, in the order they are written. */
export function childrenOf(tree: Expression): Expression[] {
  switch (tree.kind) {
    case 'literal':
    case 'column':
      return [];
    case 'unary':
    case 'test':
    case 'cast':
    case 'extract':
      return [tree.operand];
    case 'binary':
    case 'comparison':
      return [tree.left, tree.right];
    case 'and':
    case 'or':
      return tree.operands;
    case 'between':
      return [tree.operand, tree.low, tree.high];
    case 'in':
      return [tree.operand, ...tree.items];
    case 'like':
      return [tree.operand, tree.pattern, ...(tree.escape ? [tree.escape] : [])];
    case 'case':
      return [
        ...(tree.subject ? [tree.subject] : []),
        ...tree.arms.flatMap(({ when, result }) => [when, result]),
        ...(tree.otherwise ? [tree.otherwise] : []),
      ];
    case 'call':
    case 'aggregate':
      return tree.arguments;
    default:
      return unreachable(tree);
  }
}

/** The node with each expression directly inside it replaced; the node itself when nothing changed. */
export function mapChildren(tree: Expression, fn: (child: Expression) => Expression): Expression {
  let hasChanged = false;
  const map = (child: Expression): Expression => {
    const mapped = fn(child);
    if (mapped !== child) hasChanged = true;
    return mapped;
  };
  const rebuilt = rebuild(tree, map);
  return hasChanged ? rebuilt : tree;
}

function rebuild(tree: Expression, map: (child: Expression) => Expression): Expression {
  switch (tree.kind) {
    case 'literal':
    case 'column':
      return tree;
    case 'unary':
    case 'test':
    case 'cast':
    case 'extract':
      return { ...tree, operand: map(tree.operand) };
    case 'binary':
    case 'comparison':
      return { ...tree, left: map(tree.left), right: map(tree.right) };
    case 'and':
    case 'or':
      return { ...tree, operands: tree.operands.map(map) };
    case 'between':
      return { ...tree, operand: map(tree.operand), low: map(tree.low), high: map(tree.high) };
    case 'in':
      return { ...tree, operand: map(tree.operand), items: tree.items.map(map) };
    case 'like':
      return {
        ...tree,
        operand: map(tree.operand),
        pattern: map(tree.pattern),
        escape: tree.escape && map(tree.escape),
      };
    case 'case':
      return {
        ...tree,
        subject: tree.subject && map(tree.subject),
        arms: tree.arms.map(({ when, result }) => ({ when: map(when), result: map(result) })),
        otherwise: tree.otherwise && map(tree.otherwise),
      };
    case 'call':
    case 'aggregate':
      return { ...tree, arguments: tree.arguments.map(map) };
    default:
      return unreachable(tree);
  }
}
