import { unreachable } from '@/lib/base/unreachable';
import { POWER, powerOf } from './precedence';
import { printEngineCall } from './print-engine-call';
import { printEngineCast } from './print-engine-cast';
import { quoteEngineName } from './quote-name';
import type { Between, Binary, Case, Column, Comparison, Expression, Like, Literal, SqlType } from './tree';
import { type TypeOf, typeExpression } from './types';

export type { TypeOf } from './types';
export type EngineDialect = 'duckdb' | 'postgres';

/** What the parts of the printer share. `print` comes along so that calls and casts need not import each other. */
export type EnginePrinter = {
  dialect: EngineDialect;
  print: (tree: Expression) => string;
  /** The text as an operand of something that binds as tightly as `power`. */
  within: (tree: Expression, power: number) => string;
  typed: (tree: Expression) => SqlType;
  /** The text to be compared by order, beside others. */
  ordered: (tree: Expression, others?: readonly Expression[]) => string;
};

/**
 * SQL for an engine, such that each gives the same answer: where DuckDB and PostgreSQL differ (division, remainder,
 * conversion, rounding, escapes, the order of text) the difference is written out. No operand is ever printed twice,
 * so the text grows no faster than the tree. Columns of unknown type get the spelling that holds for any type.
 */
export function printForEngine(tree: Expression, dialect: EngineDialect, typeOf: TypeOf = () => 'unknown'): string {
  const known = (column: Column): SqlType => typeOf(column) ?? 'unknown';
  const printer: EnginePrinter = {
    dialect,
    print: (node) => print(node, printer),
    within: (node, power) => (powerOf(node) < power ? `(${print(node, printer)})` : print(node, printer)),
    typed: (node) => typeExpression(node, known).type,
    ordered: (node, others = []) => printOrdered(node, others, printer),
  };
  return printer.print(tree);
}

/** Engines differ in how loosely the operators between `is` and `||` bind: among them, always parentheses. */
const OPERAND = POWER.sum;

function print(tree: Expression, printer: EnginePrinter): string {
  const { within } = printer;
  switch (tree.kind) {
    case 'literal':
      return printLiteral(tree);
    case 'column':
      return (tree.qualifier === null ? '' : `${quoteEngineName(tree.qualifier)}.`) + quoteEngineName(tree.name);
    case 'unary':
      if (tree.operator === 'not') return `NOT ${within(tree.operand, OPERAND)}`;
      return `${tree.operator}${within(tree.operand, POWER.primary)}`;
    case 'binary':
      return printBinary(tree, printer);
    case 'comparison':
      return printComparison(tree, printer);
    case 'and':
    case 'or':
      return tree.operands.map((operand) => within(operand, POWER[tree.kind] + 1)).join(` ${tree.kind.toUpperCase()} `);
    case 'test':
      return `${within(tree.operand, OPERAND)} IS ${not(tree.negated)}${tree.test.toUpperCase()}`;
    case 'between':
      return printBetween(tree, printer);
    case 'in':
      return `${within(tree.operand, OPERAND)} ${not(tree.negated)}IN (${tree.items.map(printer.print).join(', ')})`;
    case 'like':
      return printLike(tree, printer);
    case 'case':
      return printCase(tree, printer);
    case 'cast':
      return printEngineCast(tree, printer);
    case 'extract': {
      const from = `EXTRACT(${tree.part.toUpperCase()} FROM ${printer.print(tree.operand)})`;
      return `CAST(${tree.part === 'second' || tree.part === 'epoch' ? `FLOOR(${from})` : from} AS BIGINT)`;
    }
    case 'call':
    case 'aggregate':
      return printEngineCall(tree, printer);
    default:
      return unreachable(tree);
  }
}

function not(negated: boolean): string {
  return negated ? 'NOT ' : '';
}

function printBinary(tree: Binary, printer: EnginePrinter): string {
  const { operator, left, right } = tree;
  if (operator === '/') return printDivision(left, right, printer);
  if (operator === '%') return printRemainder(left, right, printer);
  if (operator === '||') return `${printChained(left, printer)} || ${printer.within(right, POWER.sign)}`;
  const power = powerOf(tree);
  return `${printAddend(left, right, printer, power)} ${operator} ${printAddend(right, left, printer, power + 1)}`;
}

function printChained(tree: Expression, printer: EnginePrinter): string {
  const isChain = tree.kind === 'binary' && tree.operator === '||';
  return isChain ? printer.print(tree) : printer.within(tree, POWER.sign);
}

/** Whole numbers divide like any others, and nothing divides by zero: the answer is null. */
function printDivision(left: Expression, right: Expression, { dialect, print: printNode }: EnginePrinter): string {
  const double = dialect === 'duckdb' ? 'DOUBLE' : 'DOUBLE PRECISION';
  return `CAST(${printNode(left)} AS ${double}) / NULLIF(${printNode(right)}, 0)`;
}

/** PostgreSQL knows no remainder of floating numbers. */
function printRemainder(left: Expression, right: Expression, printer: EnginePrinter): string {
  const isWhole = printer.typed(left) === 'integer' && printer.typed(right) === 'integer';
  if (printer.dialect === 'duckdb' || isWhole) {
    return `${printer.within(left, POWER.product)} % NULLIF(${printer.print(right)}, 0)`;
  }
  return `CAST(${printer.print(left)} AS NUMERIC) % NULLIF(CAST(${printer.print(right)} AS NUMERIC), 0)`;
}

/** Days are added to a date as a 32-bit number, which a column of whole numbers rarely is. */
function printAddend(tree: Expression, other: Expression, printer: EnginePrinter, power: number): string {
  const isDays = tree.kind !== 'literal' && printer.typed(tree) === 'integer' && printer.typed(other) === 'date';
  return isDays ? `CAST(${printer.print(tree)} AS INTEGER)` : printer.within(tree, power);
}

function printComparison({ operator, left, right }: Comparison, printer: EnginePrinter): string {
  const isOrder = operator.startsWith('<') ? operator !== '<>' : operator.startsWith('>');
  const text = isOrder ? printOrdered(left, [right], printer) : printer.within(left, OPERAND);
  return `${text} ${operator.toUpperCase()} ${printer.within(right, OPERAND)}`;
}

function printBetween({ operand, low, high, negated }: Between, printer: EnginePrinter): string {
  const text = printOrdered(operand, [low, high], printer);
  return `${text} ${not(negated)}BETWEEN ${printer.within(low, OPERAND)} AND ${printer.within(high, OPERAND)}`;
}

/**
 * Text is ordered by code point in every engine, whatever locale a database was made with. Text beside a date is read as
 * a date, and has no collation.
 */
function printOrdered(tree: Expression, others: readonly Expression[], printer: EnginePrinter): string {
  if (printer.dialect !== 'postgres') return printer.within(tree, OPERAND);
  const types = [tree, ...others].map(printer.typed);
  const isText = types.includes('string') && types.every((type) => type === 'string' || type === 'unknown');
  return isText ? `${printer.within(tree, POWER.primary)} COLLATE "C"` : printer.within(tree, OPERAND);
}

/** PostgreSQL escapes with a backslash unless told otherwise; our language has no escape unless one is given. */
function printLike({ operand, pattern, operator, negated, escape: given }: Like, printer: EnginePrinter): string {
  const mayEscape = pattern.kind !== 'literal' || (pattern.type === 'string' && pattern.value.includes('\\'));
  const none = printer.dialect === 'postgres' && mayEscape ? " ESCAPE ''" : '';
  const escaped = given ? ` ESCAPE ${printer.print(given)}` : none;
  const [text, like] = [operand, pattern].map((side) => printer.within(side, POWER.sign));
  return `${text} ${not(negated)}${operator.toUpperCase()} ${like}${escaped}`;
}

function printCase({ subject, arms, otherwise }: Case, { print: printNode }: EnginePrinter): string {
  const words = ['CASE'];
  if (subject) words.push(printNode(subject));
  for (const { when, result } of arms) words.push('WHEN', printNode(when), 'THEN', printNode(result));
  if (otherwise) words.push('ELSE', printNode(otherwise));
  return [...words, 'END'].join(' ');
}

function printLiteral(literal: Literal): string {
  switch (literal.type) {
    case 'null':
    case 'boolean':
      return String(literal.value).toUpperCase();
    case 'number':
      return literal.value;
    case 'string':
      return quoteText(literal.value);
    default:
      return `${literal.type.toUpperCase()} ${quoteText(literal.value)}`;
  }
}

/** NUL cannot be in a string of any engine; the parser lets none in, and a tree made by hand may not either. */
function quoteText(value: string): string {
  if (value.includes('\0')) throw new Error('a string with NUL cannot be printed');
  return `'${value.replaceAll("'", "''")}'`;
}
