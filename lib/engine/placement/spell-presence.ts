import type { TypeOf } from '@/lib/sql/print-engine';
import { andOf, conjunctsOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { typeExpression } from '@/lib/sql/types';
import { compare, isNotNull, number, truth } from './build';
import { divisorIn } from './divisor';
import { isConstantly } from './known-value';
import { plainNumber } from './literal-numbers';

/**
 * What must be there for a value to be there: `date_trunc('month', at) is not null` is `at is not null`. Only through what
 * is null for a null and for nothing else; true for what is never null. Null where a value may vanish on its own.
 */
export function spellPresence(tree: Expression, typeOf: TypeOf): Expression | null {
  if (tree.kind !== 'test' || tree.test !== 'null' || !tree.negated) return null;
  if (isNeverNull(tree.operand)) return truth(true);
  const quotient = presentQuotient(tree.operand);
  if (quotient) return quotient;
  const needed = neededBy(tree.operand, typeOf);
  return needed && allPresent(needed);
}

function allPresent(needed: readonly Expression[]): Expression {
  return andOf(needed.filter((each) => !isNeverNull(each)).map(isNotNull));
}

/** Dividing by zero gives nothing in every engine, whether the expression says so or not. */
function presentQuotient(tree: Expression): Expression | null {
  if (tree.kind !== 'binary' || (tree.operator !== '/' && tree.operator !== '%')) return null;
  const by = divisorIn(tree.right);
  const known = plainNumber(by);
  if (known === 0) return null;
  const whole = known === null ? [compare(by, '<>', number(0))] : [];
  return andOf([...conjunctsOf(allPresent([tree.left, by])), ...whole]);
}

/** A constant, a clock, text put together by a function that skips nulls, a default, or a choice none of which is null. */
function isNeverNull(tree: Expression): boolean {
  if (tree.kind === 'column') return false;
  if (isConstantly(isNotNull(tree), true)) return true;
  if (tree.kind === 'case')
    return tree.otherwise !== null && [tree.otherwise, ...tree.arms.map(({ result }) => result)].every(isNeverNull);
  if (tree.kind !== 'call') return false;
  if (tree.name === 'coalesce') return tree.arguments.some(isNeverNull);
  return tree.name === 'concat' || tree.arguments.length === 0;
}

function neededBy(tree: Expression, typeOf: TypeOf): Expression[] | null {
  switch (tree.kind) {
    case 'unary':
      return [tree.operand];
    case 'binary':
      return tree.operator === '/' || tree.operator === '%' ? null : [tree.left, tree.right];
    case 'cast': {
      const from = typeExpression(tree.operand, typeOf).type;
      return tree.size === null && KEPT_BY_CAST.has(`${from} ${tree.to}`) ? [tree.operand] : null;
    }
    case 'call':
      return KEPT.has(tree.name) ? tree.arguments : null;
    default:
      return null;
  }
}

const KEPT_BY_CAST: ReadonlySet<string> = new Set([
  'string string',
  'integer string',
  'date string',
  'timestamp string',
  'boolean string',
  'integer decimal',
  'date timestamp',
  'timestamp date',
]);

/** Null for a null and for nothing else, whatever the arguments are. */
const KEPT: ReadonlySet<string> = new Set([
  'abs',
  'ceiling',
  'date_trunc',
  'floor',
  'last_day',
  'length',
  'lower',
  'octet_length',
  'reverse',
  'trim',
  'upper',
]);
