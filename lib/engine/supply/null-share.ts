import { FUNCTIONS } from '@/lib/sql/functions';
import type { Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';

/**
 * The share of missing values an expression has at most, from the shares of the columns it names: they add up (union
 * bound), and a coalesce has the least of its arguments. Null where a value may be missing for another reason (a case
 * without else, a cast that may fail, a division) or a column's share is unknown.
 */
export function nullShare(tree: Expression, shareOf: (column: ColumnOf) => number | null): number | null {
  const sum = (parts: readonly Expression[]) =>
    parts.reduce<number | null>((total, part) => {
      const share = total === null ? null : nullShare(part, shareOf);
      return share === null || total === null ? null : Math.min(1, total + share);
    }, 0);
  switch (tree.kind) {
    case 'literal':
      return tree.type === 'null' ? 1 : 0;
    case 'column':
      return shareOf(tree);
    case 'test':
      return 0;
    case 'aggregate':
      return tree.name === 'count' ? 0 : sum(tree.arguments);
    case 'case':
      return tree.otherwise === null ? null : sum([...tree.arms.map(({ result }) => result), tree.otherwise]);
    case 'cast':
      return tree.safe ? null : sum([tree.operand]);
    case 'binary':
      return tree.operator === '/' || tree.operator === '%'
        ? divided(tree.right, sum([tree.left]))
        : sum(childrenOf(tree));
    case 'call': {
      if (tree.name !== 'coalesce') return FUNCTIONS.get(tree.name)?.strict ? sum(tree.arguments) : null;
      const known = tree.arguments.map((argument) => nullShare(argument, shareOf)).filter((share) => share !== null);
      return known.length === 0 ? null : Math.min(...known);
    }
    default:
      return sum(childrenOf(tree));
  }
}

type ColumnOf = { qualifier: string | null; name: string };

function divided(by: Expression, share: number | null): number | null {
  return by.kind === 'literal' && by.type === 'number' && Number(by.value) !== 0 ? share : null;
}
