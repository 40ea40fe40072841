import type { Column, Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';

/**
 * The columns whose gaps make gaps of a value, each once. A coalesce has a value as soon as one of its arguments has, so
 * one of them carries the whole: the one looked up last in line (`rankOf`, the position of an input) is spared, and among
 * equals the last, which is the fallback. What a literal stands in for and what a count or a test answers is never missing.
 */
export function valuesBehind(tree: Expression, rankOf: (alias: string) => number): Column[] {
  const found = new Map<string, Column>();
  for (const column of behind(tree, rankOf)) found.set(`${column.qualifier}.${column.name}`, column);
  return [...found.values()];
}

function behind(tree: Expression, rankOf: (alias: string) => number): Column[] {
  switch (tree.kind) {
    case 'column':
      return [tree];
    case 'literal':
    case 'test':
      return [];
    case 'aggregate':
      return tree.name === 'count' ? [] : tree.arguments.flatMap((argument) => behind(argument, rankOf));
    case 'case':
      return [...tree.arms.map(({ result }) => result), ...(tree.otherwise ? [tree.otherwise] : [])].flatMap((result) =>
        behind(result, rankOf),
      );
    case 'call':
      return tree.name === 'coalesce' ? behindFirstOf(tree.arguments, rankOf) : behindAll(tree, rankOf);
    default:
      return behindAll(tree, rankOf);
  }
}

function behindAll(tree: Expression, rankOf: (alias: string) => number): Column[] {
  return childrenOf(tree).flatMap((child) => behind(child, rankOf));
}

function behindFirstOf(choices: readonly Expression[], rankOf: (alias: string) => number): Column[] {
  if (choices.some((choice) => choice.kind === 'literal' && choice.type !== 'null')) return [];
  let best: { columns: Column[]; rank: number } | null = null;
  for (const choice of choices) {
    const columns = behind(choice, rankOf);
    const rank = Math.max(0, ...columns.map(({ qualifier }) => (qualifier === null ? 0 : rankOf(qualifier))));
    if (best === null || rank <= best.rank) best = { columns, rank };
  }
  return best?.columns ?? [];
}
