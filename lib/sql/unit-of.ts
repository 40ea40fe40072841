import type { Expression } from './tree';

export type SaidUnit = { name: string; unit: string };
export type UnitOf = {
  /** Null where nobody said one, or where what is computed may be in another. */
  unit: SaidUnit | null;
  /** What is added or subtracted though it is said to be in different units. */
  mixed: readonly [SaidUnit, SaidUnit] | null;
};

/**
 * The unit of a value, from the units of its columns: sums, differences, choices and aggregates of values keep it;
 * whatever multiplies, divides or converts loses it, because nobody can tell what came of it.
 */
export function unitOf(
  tree: Expression,
  ofColumn: (column: { qualifier: string | null; name: string }) => SaidUnit | null,
): UnitOf {
  const within = (part: Expression) => unitOf(part, ofColumn);
  switch (tree.kind) {
    case 'column':
      return { unit: ofColumn(tree), mixed: null };
    case 'unary':
    case 'cast':
      return within(tree.operand);
    case 'binary': {
      const [left, right] = [within(tree.left), within(tree.right)];
      const mixed = left.mixed ?? right.mixed;
      if (mixed || (tree.operator !== '+' && tree.operator !== '-')) return { unit: null, mixed };
      if (left.unit && right.unit && !isSameUnit(left.unit.unit, right.unit.unit))
        return { unit: null, mixed: [left.unit, right.unit] };
      return { unit: left.unit && right.unit ? left.unit : null, mixed: null };
    }
    case 'case':
      return choice([...tree.arms.map(({ result }) => result), ...(tree.otherwise ? [tree.otherwise] : [])], within);
    case 'call': {
      if (CHOOSES.has(tree.name)) return choice(tree.arguments, within);
      const [first] = tree.arguments;
      return first && KEEPS.has(tree.name) ? within(first) : lost(tree.arguments.map(within));
    }
    case 'aggregate': {
      const [first] = tree.arguments;
      return first && KEPT_BY.has(tree.name) ? within(first) : lost(tree.arguments.map(within));
    }
    default:
      return NOTHING;
  }
}

const NOTHING: UnitOf = { unit: null, mixed: null };
const CHOOSES: ReadonlySet<string> = new Set(['coalesce', 'greatest', 'least']);
const KEEPS: ReadonlySet<string> = new Set(['abs', 'ceil', 'floor', 'nullif', 'round', 'trunc']);
const KEPT_BY: ReadonlySet<string> = new Set(['avg', 'max', 'median', 'min', 'sum']);

function lost(parts: readonly UnitOf[]): UnitOf {
  return { unit: null, mixed: parts.find(({ mixed }) => mixed !== null)?.mixed ?? null };
}

/** A number that is written out (a zero instead of nothing) is in whatever the others are in. */
function choice(parts: readonly Expression[], within: (part: Expression) => UnitOf): UnitOf {
  const said = parts.filter(({ kind }) => kind !== 'literal').map(within);
  const [first] = said;
  const isOne = said.every(({ unit }) => first?.unit && unit && isSameUnit(unit.unit, first.unit.unit));
  return { ...lost(said), unit: isOne ? (first?.unit ?? null) : null };
}

/** "Day" and "days" are one unit. */
export function isSameUnit(a: string, b: string): boolean {
  return plainUnit(a) === plainUnit(b);
}

function plainUnit(unit: string): string {
  return unit.trim().toLowerCase().replace(/s$/, '');
}
