import { unreachable } from '@/lib/base/unreachable';
import { POWER, powerOf } from './precedence';
import { type EngineDialect, printForEngine, type TypeOf } from './print-engine';
import { quoteName } from './quote-name';
import type { Aggregate, Call, Case, Cast, Expression, Literal } from './tree';

export type Dialect = 'headwater' | EngineDialect;

/**
 * The text of an expression, always made from the tree. For `headwater` it is canonical: one text per tree, with the
 * fewest parentheses that read back as the same tree. For an engine it is SQL that gives our answer there; `typeOf`
 * makes it shorter and exact where the meaning depends on a column's type.
 */
export function printExpression(tree: Expression, dialect: Dialect = 'headwater', typeOf?: TypeOf): string {
  return dialect === 'headwater' ? print(tree) : printForEngine(tree, dialect, typeOf);
}

function print(tree: Expression): string {
  switch (tree.kind) {
    case 'literal':
      return printLiteral(tree);
    case 'column':
      return (tree.qualifier === null ? '' : `${quoteName(tree.qualifier)}.`) + quoteName(tree.name);
    case 'unary':
      return printUnary(tree.operator, tree.operand);
    case 'binary': {
      const power = powerOf(tree);
      return `${within(tree.left, power)} ${tree.operator} ${within(tree.right, power + 1)}`;
    }
    case 'comparison': {
      const power = powerOf(tree) + 1;
      return `${within(tree.left, power)} ${tree.operator} ${within(tree.right, power)}`;
    }
    case 'and':
    case 'or':
      return tree.operands.map((operand) => within(operand, POWER[tree.kind] + 1)).join(` ${tree.kind} `);
    case 'test':
      return `${within(tree.operand, POWER.is + 1)} is ${not(tree.negated)}${tree.test}`;
    case 'between': {
      const [operand, low, high] = [tree.operand, tree.low, tree.high].map((part) => within(part, MEMBER));
      return `${operand} ${not(tree.negated)}between ${low} and ${high}`;
    }
    case 'in':
      return `${within(tree.operand, MEMBER)} ${not(tree.negated)}in (${printList(tree.items)})`;
    case 'like': {
      const escaped = tree.escape ? ` escape ${within(tree.escape, MEMBER)}` : '';
      const pattern = within(tree.pattern, MEMBER);
      return `${within(tree.operand, MEMBER)} ${not(tree.negated)}${tree.operator} ${pattern}${escaped}`;
    }
    case 'case':
      return printCase(tree);
    case 'cast':
      return printCast(tree);
    case 'extract':
      return `extract(${tree.part} from ${print(tree.operand)})`;
    case 'call':
    case 'aggregate':
      return printCall(tree);
    default:
      return unreachable(tree);
  }
}

const MEMBER = POWER.membership + 1;

function within(tree: Expression, power: number): string {
  return powerOf(tree) < power ? `(${print(tree)})` : print(tree);
}

/** Two minus signs in a row would begin a comment. */
function printUnary(operator: '-' | '+' | 'not', operand: Expression): string {
  if (operator === 'not') return `not ${within(operand, POWER.not)}`;
  const text = within(operand, POWER.sign);
  return operator === '-' && text.startsWith('-') ? `- ${text}` : operator + text;
}

function not(negated: boolean): string {
  return negated ? 'not ' : '';
}

function printList(list: Expression[]): string {
  return list.map(print).join(', ');
}

function printLiteral(literal: Literal): string {
  switch (literal.type) {
    case 'null':
    case 'boolean':
      return String(literal.value);
    case 'number':
      return literal.value;
    case 'string':
      return printString(literal.value);
    default:
      return `${literal.type} ${printString(literal.value)}`;
  }
}

/** The only escape our strings have, and the only one every engine agrees on. */
function printString(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function printCase({ subject, arms, otherwise }: Case): string {
  const words = ['case'];
  if (subject) words.push(print(subject));
  for (const { when, result } of arms) words.push('when', print(when), 'then', print(result));
  if (otherwise) words.push('else', print(otherwise));
  return [...words, 'end'].join(' ');
}

function printCast({ safe, operand, to, size }: Cast): string {
  const type = size ? `${to}(${size.precision}, ${size.scale})` : to;
  return `${safe ? 'try_cast' : 'cast'}(${print(operand)} as ${type})`;
}

function printCall(call: Call | Aggregate): string {
  const isBare = call.name === 'current_date' || call.name === 'current_timestamp';
  if (isBare) return call.name;
  if (call.kind === 'aggregate' && call.arguments.length === 0) return `${call.name}(*)`;
  const distinct = call.kind === 'aggregate' && call.distinct ? 'distinct ' : '';
  return `${call.name}(${distinct}${printList(call.arguments)})`;
}
