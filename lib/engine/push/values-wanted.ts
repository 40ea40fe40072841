import { negate } from '@/lib/sql/negate';
import { printExpression } from '@/lib/sql/print';
import type { Column, Expression } from '@/lib/sql/tree';
import { scalarOf } from './validity-shape';
import type { Scalar } from './validity-value';

type WantedValues = { column: Column; values: readonly Scalar[] };
/** By the column, as it is written. */
type Wanted = ReadonlyMap<string, WantedValues>;

/**
 * The values a condition picks out by name, per column: a row that meets it has one of them there. However it is spelled:
 * `a = 'x' or a = 'y'` and `not (a <> 'x' and a <> 'y')` pick what `a in ('x', 'y')` does, and of an `or` only what every
 * arm picks from is told, since one arm alone may be met without it.
 */
export function valuesWanted(tree: Expression): Wanted {
  switch (tree.kind) {
    case 'comparison': {
      if (tree.operator !== '=' && tree.operator !== 'is not distinct from') return NOTHING;
      return tree.left.kind === 'column' ? pick(tree.left, [tree.right]) : pick(tree.right, [tree.left]);
    }
    case 'in':
      return tree.negated ? NOTHING : pick(tree.operand, tree.items);
    case 'test':
      return tree.test === 'true' && !tree.negated ? valuesWanted(tree.operand) : NOTHING;
    case 'unary': {
      const opposite = tree.operator === 'not' ? negate(tree.operand) : null;
      return opposite === null ? NOTHING : valuesWanted(opposite);
    }
    case 'and':
      return tree.operands.map(valuesWanted).reduce(pickBoth);
    case 'or':
      return tree.operands.map(valuesWanted).reduce(pickEither);
    default:
      return NOTHING;
  }
}

const NOTHING: Wanted = new Map();

function pick(side: Expression, items: readonly Expression[]): Wanted {
  if (side.kind !== 'column') return NOTHING;
  const values = items.flatMap((item) => scalarOf(item) ?? []);
  return values.length === items.length ? new Map([[printExpression(side), { column: side, values }]]) : NOTHING;
}

/** What picks no value from both sides is met by no row, and wants none. */
function pickBoth(one: Wanted, other: Wanted): Wanted {
  const both = new Map([...one, ...other]);
  for (const [name, { column, values }] of one) {
    const there = other.get(name);
    if (there) both.set(name, { column, values: values.filter((value) => there.values.includes(value)) });
  }
  return both;
}

function pickEither(one: Wanted, other: Wanted): Wanted {
  return new Map(
    Array.from(one).flatMap(([name, { column, values }]) => {
      const there = other.get(name);
      return there ? [[name, { column, values: [...values, ...there.values] }] as const] : [];
    }),
  );
}
