import { accept, advance, type Cursor, expect, fail, failExpected, isAt, peek, spanFrom } from './cursor';
import {
  ALIASES,
  arityOf,
  FUNCTIONS,
  type ParameterKind,
  parameterAt,
  RANGES,
  type SqlFunction,
  WORDS,
} from './functions';
import type { Token } from './lex';
import { nearestName } from './nearest-name';
import type { Expression, ExtractPart } from './tree';
import { QUERY_WORDS } from './words';

const EXTRACT_PARTS: readonly ExtractPart[] = [
  'year',
  'isoyear',
  'quarter',
  'month',
  'week',
  'day',
  'dow',
  'isodow',
  'doy',
  'hour',
  'minute',
  'second',
  'epoch',
];

/** Functions that are another spelling of an extract. */
const PART_FUNCTIONS: ReadonlyMap<string, ExtractPart> = new Map<string, ExtractPart>([
  ...EXTRACT_PARTS.map((part): [string, ExtractPart] => [part, part]),
  ['dayofweek', 'dow'],
  ['dayofyear', 'doy'],
  ['weekofyear', 'week'],
]);

type Rewrite = (args: [Expression, Expression, Expression]) => Expression;

/** Functions that are another spelling of an operator or a case: name, arguments, what they mean. */
const SPELLINGS: ReadonlyMap<string, { count: number; rewrite: Rewrite }> = new Map([
  ['mod', { count: 2, rewrite: ([left, right]) => ({ kind: 'binary', operator: '%', left, right }) }],
  ['if', { count: 3, rewrite: choose }],
  ['iff', { count: 3, rewrite: choose }],
]);

function choose([when, result, otherwise]: [Expression, Expression, Expression]): Expression {
  return { kind: 'case', subject: null, arms: [{ when, result }], otherwise };
}

/** A name before a parenthesis: one of the functions of the table, under any of its names, or a refusal. */
export function parseCall(cursor: Cursor): Expression {
  const name = advance(cursor);
  expect(cursor, '(');
  if (name.text === 'extract') return parseExtract(cursor, name);

  const part = PART_FUNCTIONS.get(name.text);
  const spelling = SPELLINGS.get(name.text);
  const found = FUNCTIONS.get(ALIASES.get(name.text) ?? name.text);
  if (!part && !spelling && !found) failUnknown(name);
  if (part) return parsePart(cursor, name, part);
  if (spelling) return parseSpelling(cursor, name, spelling);
  return found ? parseArguments(cursor, name, found) : failUnknown(name);
}

function failUnknown(name: Token): never {
  if (QUERY_WORDS.has(name.text)) fail({ code: 'subquery', at: tokenSpan(name) });
  const known = [
    ...FUNCTIONS.keys(),
    ...ALIASES.keys(),
    ...PART_FUNCTIONS.keys(),
    ...SPELLINGS.keys(),
    'extract',
    'cast',
  ];
  const nearest = nearestName(name.text, known.sort());
  return fail({ code: 'unknown-function', name: name.written, nearest, at: tokenSpan(name) });
}

function parseExtract(cursor: Cursor, name: Token): Expression {
  const word = advance(cursor);
  const part = EXTRACT_PARTS.find((known) => known === word.text);
  if (!part) fail({ code: 'word-argument', name: 'extract', allowed: EXTRACT_PARTS, at: tokenSpan(word) });
  expect(cursor, 'from');
  const operand = cursor.parse(cursor, 0);
  close(cursor);
  return { kind: 'extract', part, operand, at: spanFrom(cursor, name.start) };
}

function parsePart(cursor: Cursor, name: Token, part: ExtractPart): Expression {
  const [operand] = parseExactly(cursor, name, 1);
  if (!operand) throw new Error('one argument was counted');
  return { kind: 'extract', part, operand, at: spanFrom(cursor, name.start) };
}

function parseSpelling(
  cursor: Cursor,
  name: Token,
  { count, rewrite }: { count: number; rewrite: Rewrite },
): Expression {
  const [first, second, third] = parseExactly(cursor, name, count);
  if (!first || !second) throw new Error('the arguments were counted');
  return { ...rewrite([first, second, third ?? second]), at: spanFrom(cursor, name.start) };
}

function parseExactly(cursor: Cursor, name: Token, count: number): Expression[] {
  const list = parseList(cursor);
  const at = spanFrom(cursor, name.start);
  if (list.length !== count) {
    fail({ code: 'argument-count', name: name.text, min: count, max: count, found: list.length, at });
  }
  return list;
}

function parseArguments(cursor: Cursor, name: Token, found: SqlFunction): Expression {
  if (found.name === 'count' && accept(cursor, '*')) {
    close(cursor);
    return { kind: 'aggregate', name: 'count', distinct: false, arguments: [], at: spanFrom(cursor, name.start) };
  }
  const distinct = acceptDistinct(cursor, found);
  const list = parseList(cursor);
  const at = spanFrom(cursor, name.start);
  const { min, max } = arityOf(found);
  const isCountOfNothing = found.name === 'count' && list.length === 0;
  if (list.length < min || (max !== null && list.length > max) || isCountOfNothing) {
    fail({ code: 'argument-count', name: found.name, min: isCountOfNothing ? 1 : min, max, found: list.length, at });
  }
  const checked = list.map((argument, position) => checkLiteral(argument, parameterAt(found, position), found.name));
  return found.aggregate
    ? { kind: 'aggregate', name: found.name, distinct, arguments: checked, at }
    : { kind: 'call', name: found.name, arguments: checked, at };
}

function acceptDistinct(cursor: Cursor, found: SqlFunction): boolean {
  const at = tokenSpan(peek(cursor));
  if (!accept(cursor, 'distinct')) return false;
  if (!found.distinct) fail({ code: 'distinct-not-allowed', name: found.name, at });
  return true;
}

function parseList(cursor: Cursor): Expression[] {
  if (isAt(cursor, ')')) {
    close(cursor);
    return [];
  }
  const list = [cursor.parse(cursor, 0)];
  while (accept(cursor, ',')) list.push(cursor.parse(cursor, 0));
  close(cursor);
  return list;
}

/** The end of a call, with a word about the clauses that may follow or stand inside one elsewhere. */
function close(cursor: Cursor): void {
  if (isAt(cursor, 'order')) fail({ code: 'unsupported', construct: 'order by', at: tokenSpan(peek(cursor)) });
  if (!isAt(cursor, ')')) failExpected(cursor, ')');
  advance(cursor);
  const next = tokenSpan(peek(cursor));
  if (isAt(cursor, 'over')) fail({ code: 'window', at: next });
  if (isAt(cursor, 'filter')) fail({ code: 'unsupported', construct: 'filter (where ...)', at: next });
  if (isAt(cursor, 'within')) fail({ code: 'unsupported', construct: 'within group', at: next });
}

/** Units, formats and constants are part of a function's name more than arguments: engines want them literally. */
function checkLiteral(argument: Expression, kind: ParameterKind | null, name: string): Expression {
  const at = argument.at ?? { start: 0, end: 0 };
  if (kind === 'unit' || kind === 'format') {
    const allowed: readonly string[] = WORDS[kind];
    const written = argument.kind === 'literal' && argument.type === 'string' ? argument.value : '';
    const value = kind === 'unit' ? written.toLowerCase() : written;
    if (!allowed.includes(value)) fail({ code: 'word-argument', name, allowed, at });
    return { kind: 'literal', type: 'string', value, at };
  }
  if (kind === 'digits' || kind === 'fraction') {
    const { min, max, whole } = RANGES[kind];
    const value = argument.kind === 'literal' && argument.type === 'number' ? argument.value : '';
    const isInside = value !== '' && Number(value) >= min && Number(value) <= max && !(whole && value.includes('.'));
    if (!isInside) fail({ code: 'number-argument', name, min, max, whole, at });
  }
  return argument;
}

function tokenSpan({ start, end }: Token) {
  return { start, end };
}
