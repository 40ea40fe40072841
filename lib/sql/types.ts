import { unreachable } from '@/lib/base/unreachable';
import { FUNCTIONS, type ParameterKind, parameterAt, type SqlFunction } from './functions';
import { canonicalDate, canonicalTime, canonicalTimestamp } from './literals';
import { nearestName } from './nearest-name';
import type { SqlTypeProblem } from './problem';
import type { Aggregate, Call, Case, Column, Expression, Literal, SqlType, Unary } from './tree';
import { combineTypes, commonType, DAYS, hasPart, isCastable, isComparable, NUMBERS, ORDERABLE } from './type-rules';

export type { SqlTypeProblem } from './problem';

export type TypeOf = (column: Column) => SqlType | undefined;

/** Facts stripped of their place, which is the node's. */
type Fact = SqlTypeProblem extends infer Problem ? (Problem extends unknown ? Omit<Problem, 'at'> : never) : never;

type Typing = {
  typeOf: TypeOf;
  knownNames: readonly string[];
  problems: SqlTypeProblem[];
  isInAggregate: boolean;
};

/**
 * The type of an expression and everything that keeps it from being computed, in the order it is written. A mistake is
 * reported once: what it leaves undecided is `unknown`, which fits everywhere. `typeOf` answers undefined for a column
 * that does not exist; `knownNames` (as they would be written) are what a misspelt one is compared with.
 */
export function typeExpression(
  tree: Expression,
  typeOf: TypeOf,
  knownNames: readonly string[] = [],
): { type: SqlType; problems: SqlTypeProblem[] } {
  const typing: Typing = { typeOf, knownNames, problems: [], isInAggregate: false };
  const type = typeTree(tree, typing);
  return { type, problems: typing.problems };
}

/** True where a value can be stored without losing anything: a decimal does not fit an integer, the reverse does. */
export function isAssignable(from: SqlType, to: SqlType): boolean {
  if (from === to || from === 'unknown' || to === 'unknown') return true;
  return (from === 'integer' && to === 'decimal') || (from === 'date' && to === 'timestamp');
}

function typeTree(tree: Expression, typing: Typing): SqlType {
  switch (tree.kind) {
    case 'literal':
      return typeLiteral(tree);
    case 'column':
      return typing.typeOf(tree) ?? reportColumn(tree, typing);
    case 'unary':
      return typeUnary(tree, typing);
    case 'binary': {
      const [left, right] = [typeTree(tree.left, typing), typeTree(tree.right, typing)];
      const type = combineTypes(tree.operator, left, right);
      return type ?? report(typing, tree, { code: 'not-combinable', operator: tree.operator, left, right });
    }
    case 'comparison':
      comparePair(tree, tree.operator, tree.left, tree.right, typing);
      return 'boolean';
    case 'and':
    case 'or':
      for (const operand of tree.operands) want(operand, ['boolean'], tree.kind, typing);
      return 'boolean';
    case 'test':
      if (tree.test === 'null') typeTree(tree.operand, typing);
      else want(tree.operand, ['boolean'], `is ${tree.test}`, typing);
      return 'boolean';
    case 'between':
      compareWith(tree, 'between', tree.operand, [tree.low, tree.high], typing);
      return 'boolean';
    case 'in':
      compareWith(tree, 'in', tree.operand, tree.items, typing);
      return 'boolean';
    case 'like':
      for (const operand of [tree.operand, tree.pattern]) want(operand, ['string'], tree.operator, typing);
      return 'boolean';
    case 'case':
      return typeCase(tree, typing);
    case 'cast': {
      const from = typeTree(tree.operand, typing);
      if (!isCastable(from, tree.to)) report(typing, tree, { code: 'not-castable', from, to: tree.to });
      return tree.to;
    }
    case 'extract': {
      const type = typeTree(tree.operand, typing);
      if (!hasPart(type, tree.part)) report(typing, tree, { code: 'no-such-part', part: tree.part, type });
      return 'integer';
    }
    case 'call':
      return typeCall(tree, typing);
    case 'aggregate':
      return typeAggregate(tree, typing);
    default:
      return unreachable(tree);
  }
}

function typeLiteral({ type, value }: Literal): SqlType {
  if (type === 'null') return 'unknown';
  if (type === 'number') return value.includes('.') ? 'decimal' : 'integer';
  return type;
}

function reportColumn(column: Column, typing: Typing): SqlType {
  const { qualifier, name } = column;
  const written = qualifier === null ? name : `${qualifier}.${name}`;
  const nearest = nearestName(written, typing.knownNames);
  return report(typing, column, { code: 'unknown-column', qualifier, name, nearest });
}

function typeUnary({ operator, operand }: Unary, typing: Typing): SqlType {
  if (operator === 'not') {
    want(operand, ['boolean'], 'not', typing);
    return 'boolean';
  }
  return want(operand, operator === '-' ? [...NUMBERS, 'interval'] : NUMBERS, operator, typing);
}

/** The type of an operand that must be one of a few; unknown once it has been reported. */
function want(tree: Expression, wanted: readonly SqlType[], operator: string, typing: Typing): SqlType {
  const found = typeTree(tree, typing);
  if (found === 'unknown' || wanted.includes(found)) return found;
  return report(typing, tree, { code: 'wrong-operand', operator, wanted, found });
}

function compareWith(tree: Expression, operator: string, left: Expression, others: Expression[], typing: Typing): void {
  const type = typeTree(left, typing);
  for (const other of others) {
    const right = typeTree(other, typing);
    if (!areComparable(left, type, other, right)) {
      report(typing, other.at ? other : tree, { code: 'not-comparable', operator, left: type, right });
    }
  }
}

function comparePair(tree: Expression, operator: string, a: Expression, b: Expression, typing: Typing): void {
  const [left, right] = [typeTree(a, typing), typeTree(b, typing)];
  if (!areComparable(a, left, b, right)) report(typing, tree, { code: 'not-comparable', operator, left, right });
}

/** Text of a valid date beside a date is read as one by every engine. */
function areComparable(a: Expression, left: SqlType, b: Expression, right: SqlType): boolean {
  return isComparable(left, right) || isTextOf(a, right) || isTextOf(b, left);
}

function isTextOf(tree: Expression, type: SqlType): boolean {
  if (tree.kind !== 'literal' || tree.type !== 'string') return false;
  if (type === 'date') return canonicalDate(tree.value) !== null;
  if (type === 'timestamp') return canonicalTimestamp(tree.value) !== null;
  return type === 'time' && canonicalTime(tree.value) !== null;
}

function typeCase(tree: Case, typing: Typing): SqlType {
  const { subject, arms, otherwise } = tree;
  if (subject) {
    const whens = arms.map(({ when }) => when);
    compareWith(tree, 'case', subject, whens, typing);
  } else {
    for (const { when } of arms) want(when, ['boolean'], 'when', typing);
  }
  const results = arms.map(({ result }) => result);
  const values = otherwise ? [...results, otherwise] : results;
  const types = values.map((value) => typeTree(value, typing));
  return shareType(tree, 'case', values, types, typing);
}

/** The one type several values share; the first that does not fit is reported. */
function shareType(
  tree: Expression,
  operator: string,
  values: readonly Expression[],
  types: readonly SqlType[],
  typing: Typing,
): SqlType {
  let shared: SqlType = 'unknown';
  for (const [index, type] of types.entries()) {
    const common = commonType(shared, type);
    const place = values[index]?.at ? values[index] : tree;
    if (!common) return report(typing, place, { code: 'not-combinable', operator, left: shared, right: type });
    shared = common;
  }
  return shared;
}

function typeCall(call: Call, typing: Typing): SqlType {
  const types = typeArguments(call, typing);
  if (call.name === 'nullif') compareArguments(call, types, typing);
  const returns = functionOf(call).returns;
  if (returns === 'common') return shareType(call, call.name, call.arguments, types, typing);
  return returns === 'first' ? (types[0] ?? 'unknown') : returns;
}

function compareArguments(call: Call, [left = 'unknown', right = 'unknown']: SqlType[], typing: Typing): void {
  const [a, b] = call.arguments;
  if (!a || !b || areComparable(a, left, b, right)) return;
  report(typing, call, { code: 'not-comparable', operator: call.name, left, right });
}

function typeAggregate(tree: Aggregate, typing: Typing): SqlType {
  if (typing.isInAggregate) report(typing, tree, { code: 'nested-aggregate', name: tree.name });
  const wasInAggregate = typing.isInAggregate;
  typing.isInAggregate = true;
  const types = typeArguments(tree, typing);
  typing.isInAggregate = wasInAggregate;
  const returns = functionOf(tree).returns;
  return returns === 'first' || returns === 'common' ? (types[0] ?? 'unknown') : returns;
}

function functionOf({ name }: Call | Aggregate): SqlFunction {
  const found = FUNCTIONS.get(name);
  if (!found) throw new Error(`the parser reads no function ${name}`);
  return found;
}

const WANTED: Partial<Record<ParameterKind, readonly SqlType[]>> = {
  orderable: ORDERABLE,
  printable: ['string', 'integer', 'date', 'time', 'timestamp'],
  string: ['string'],
  number: NUMBERS,
  integer: ['integer'],
  boolean: ['boolean'],
  day: DAYS,
  json: ['json'],
};

/** The types of the arguments that are values, in order; literals that choose a unit or a format were checked before. */
function typeArguments(call: Call | Aggregate, typing: Typing): SqlType[] {
  const found = functionOf(call);
  return call.arguments.flatMap((argument, index): SqlType[] => {
    const kind = parameterAt(found, index);
    if (!kind || kind === 'unit' || kind === 'format' || kind === 'digits' || kind === 'fraction') return [];
    const type = typeTree(argument, typing);
    const wanted = WANTED[kind];
    if (type === 'unknown' || !wanted || wanted.includes(type)) return [type];
    const fact: Fact = { code: 'wrong-argument', name: call.name, position: index + 1, wanted, found: type };
    return [report(typing, argument, fact)];
  });
}

function report(typing: Typing, tree: Expression, fact: Fact): 'unknown' {
  typing.problems.push({ ...fact, at: tree.at ?? null });
  return 'unknown';
}
