import { FUNCTIONS } from '@/lib/sql/functions';
import type { Column, Comparison, Expression, Literal } from '@/lib/sql/tree';

/**
 * What an expression is, as far as it can be told without a database: constants, nulls and the logic between them.
 * `undefined` means that it cannot be told, never that there is no value.
 */
export type Known = { type: Literal['type']; value: string | number | boolean } | null;

type At = (column: Column) => Known | undefined;

export function knownValue(tree: Expression, at: At): Known | undefined {
  switch (tree.kind) {
    case 'literal':
      return knownLiteral(tree);
    case 'column':
      return at(tree);
    case 'unary':
      return knownUnary(tree.operator, knownValue(tree.operand, at));
    case 'and':
    case 'or':
      return knownLogic(
        tree.operands.map((operand) => knownValue(operand, at)),
        tree.kind === 'or',
      );
    case 'test': {
      const operand = knownValue(tree.operand, at);
      if (operand === undefined) return undefined;
      const found = tree.test === 'null' ? operand === null : operand?.value === (tree.test === 'true');
      return truthOf(found !== tree.negated);
    }
    case 'comparison':
      return knownComparison(tree, knownValue(tree.left, at), knownValue(tree.right, at));
    case 'between':
      return negatedIf(
        tree.negated,
        knownLogic(
          [
            knownOrder('>=', knownValue(tree.operand, at), knownValue(tree.low, at)),
            knownOrder('<=', knownValue(tree.operand, at), knownValue(tree.high, at)),
          ],
          false,
        ),
      );
    case 'in': {
      const operand = knownValue(tree.operand, at);
      const items = tree.items.map((item) => knownOrder('=', operand, knownValue(item, at)));
      return negatedIf(tree.negated, knownLogic(items, true));
    }
    case 'case':
      return knownCase(tree, at);
    case 'call':
      return knownCall(tree.name, tree.arguments, at);
    case 'binary':
      return knownValue(tree.left, at) === null || knownValue(tree.right, at) === null ? null : undefined;
    case 'cast':
    case 'extract':
    case 'like':
      return knownValue(tree.operand, at) === null ? null : undefined;
    case 'aggregate':
      return undefined;
  }
}

/** What a predicate says of a row in which every column is null: the row that a left join makes when it finds nothing. */
export function valueOfNothing(predicate: Expression): Known | undefined {
  return knownValue(predicate, () => null);
}

/** A predicate that every row keeps, or that no row can, whatever it holds. */
export function isConstantly(predicate: Expression, value: boolean): boolean {
  return knownValue(predicate, () => undefined)?.value === value;
}

const DIGITS_MAX = 15;

function knownLiteral({ type, value }: Literal): Known | undefined {
  if (value === null) return null;
  if (type !== 'number') return { type, value };
  return String(value).replace('.', '').length <= DIGITS_MAX ? { type, value: Number(value) } : undefined;
}

function truthOf(value: boolean): Known {
  return { type: 'boolean', value };
}

function knownUnary(operator: '-' | '+' | 'not', operand: Known | undefined): Known | undefined {
  if (!operand || operator === '+') return operand;
  if (operator === 'not') return truthOf(operand.value !== true);
  return typeof operand.value === 'number' ? { ...operand, value: -operand.value } : undefined;
}

/** One operand that decides is enough; one that cannot be told leaves the whole untold. */
function knownLogic(operands: readonly (Known | undefined)[], decides: boolean): Known | undefined {
  if (operands.some((operand) => operand?.value === decides)) return truthOf(decides);
  if (operands.includes(undefined)) return undefined;
  return operands.includes(null) ? null : truthOf(!decides);
}

function negatedIf(negated: boolean, value: Known | undefined): Known | undefined {
  return negated ? knownUnary('not', value) : value;
}

function knownComparison(tree: Comparison, a: Known | undefined, b: Known | undefined): Known | undefined {
  if (tree.operator !== 'is distinct from' && tree.operator !== 'is not distinct from')
    return knownOrder(tree.operator, a, b);
  if (a === undefined || b === undefined) return undefined;
  const same = a === null || b === null ? truthOf(a === b) : knownOrder('=', a, b);
  return negatedIf(tree.operator === 'is distinct from', same);
}

type Order = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** Text beside a date is read as a date, and text has an order of its own: neither is second-guessed. */
function knownOrder(operator: Order, a: Known | undefined, b: Known | undefined): Known | undefined {
  if (a === null || b === null) return null;
  if (a === undefined || b === undefined || a.type !== b.type || a.type === 'interval') return undefined;
  const isOrder = operator !== '=' && operator !== '<>';
  if (isOrder && (a.type === 'string' || a.type === 'boolean')) return undefined;
  switch (operator) {
    case '=':
      return truthOf(a.value === b.value);
    case '<>':
      return truthOf(a.value !== b.value);
    case '<':
      return truthOf(a.value < b.value);
    case '<=':
      return truthOf(a.value <= b.value);
    case '>':
      return truthOf(a.value > b.value);
    case '>=':
      return truthOf(a.value >= b.value);
  }
}

function knownCase(tree: Extract<Expression, { kind: 'case' }>, at: At): Known | undefined {
  const subject = tree.subject ? knownValue(tree.subject, at) : undefined;
  for (const { when, result } of tree.arms) {
    const found = knownValue(when, at);
    const isHit = tree.subject ? knownOrder('=', subject, found) : found;
    if (isHit === undefined) return undefined;
    if (isHit?.value === true) return knownValue(result, at);
  }
  return tree.otherwise ? knownValue(tree.otherwise, at) : null;
}

function knownCall(name: string, operands: readonly Expression[], at: At): Known | undefined {
  const values = operands.map((operand) => knownValue(operand, at));
  if (name === 'coalesce') {
    const [first] = values.filter((value) => value !== null);
    return values.every((value) => value === null) ? null : first;
  }
  if (name === 'greatest' || name === 'least') return values.every((value) => value === null) ? null : undefined;
  return FUNCTIONS.get(name)?.strict === true && values.includes(null) ? null : undefined;
}
