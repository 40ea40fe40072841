import { unreachable } from '@/lib/base/unreachable';
import type { CaseArm, Expression } from './tree';

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
  switch (tree.kind) {
    case 'literal':
    case 'column':
      return tree;
    case 'unary':
    case 'test':
    case 'cast':
    case 'extract': {
      const operand = fn(tree.operand);
      return operand === tree.operand ? tree : { ...tree, operand };
    }
    case 'binary':
    case 'comparison': {
      const [left, right] = [fn(tree.left), fn(tree.right)];
      return left === tree.left && right === tree.right ? tree : { ...tree, left, right };
    }
    case 'and':
    case 'or': {
      const operands = mapList(tree.operands, fn);
      return operands === tree.operands ? tree : { ...tree, operands };
    }
    case 'between': {
      const [operand, low, high] = [fn(tree.operand), fn(tree.low), fn(tree.high)];
      const isSame = operand === tree.operand && low === tree.low && high === tree.high;
      return isSame ? tree : { ...tree, operand, low, high };
    }
    case 'in': {
      const [operand, items] = [fn(tree.operand), mapList(tree.items, fn)];
      return operand === tree.operand && items === tree.items ? tree : { ...tree, operand, items };
    }
    case 'like': {
      const [operand, pattern] = [fn(tree.operand), fn(tree.pattern)];
      const escaped = tree.escape && fn(tree.escape);
      const isSame = operand === tree.operand && pattern === tree.pattern && escaped === tree.escape;
      return isSame ? tree : { ...tree, operand, pattern, escape: escaped };
    }
    case 'case': {
      const subject = tree.subject && fn(tree.subject);
      const arms = mapArms(tree.arms, fn);
      const otherwise = tree.otherwise && fn(tree.otherwise);
      const isSame = subject === tree.subject && arms === tree.arms && otherwise === tree.otherwise;
      return isSame ? tree : { ...tree, subject, arms, otherwise };
    }
    case 'call':
    case 'aggregate': {
      const list = mapList(tree.arguments, fn);
      return list === tree.arguments ? tree : { ...tree, arguments: list };
    }
    default:
      return unreachable(tree);
  }
}

/** The list itself when nothing in it changed. */
function mapList(list: Expression[], fn: (child: Expression) => Expression): Expression[] {
  let changed: Expression[] | null = null;
  list.forEach((child, at) => {
    const mapped = fn(child);
    if (mapped === child) return;
    changed ??= [...list];
    changed[at] = mapped;
  });
  return changed ?? list;
}

function mapArms(arms: CaseArm[], fn: (child: Expression) => Expression): CaseArm[] {
  let hasChanged = false;
  const mapped = arms.map((arm) => {
    const [when, result] = [fn(arm.when), fn(arm.result)];
    if (when === arm.when && result === arm.result) return arm;
    hasChanged = true;
    return { when, result };
  });
  return hasChanged ? mapped : arms;
}
