import {
  accept,
  advance,
  type Cursor,
  expect,
  fail,
  failExpected,
  failUnexpected,
  isAt,
  peek,
  spanFrom,
} from './cursor';
import { canonicalDate, canonicalInterval, canonicalNumber, canonicalTime, canonicalTimestamp } from './literals';
import { parseCall } from './parse-call';
import { parseCastType } from './parse-cast';
import type { CaseArm, Expression } from './tree';
import { QUERY_WORDS, RESERVED } from './words';

const BRACKETS_MAX = 200;

/** What stands on its own: a literal, a name, a call, a case, a cast, or an expression in parentheses. */
export function parsePrimary(cursor: Cursor): Expression {
  const { kind, text, start, end } = peek(cursor);
  if (kind === 'string') {
    advance(cursor);
    return { kind: 'literal', type: 'string', value: text, at: { start, end } };
  }
  if (kind === 'number') return parseNumber(cursor);
  if (kind === 'quoted') return parseColumn(cursor);
  if (kind === 'word') return parseWord(cursor);
  if (isAt(cursor, '(')) return parseBracket(cursor);
  return kind === 'end' ? failExpected(cursor, 'an expression') : failUnexpected(cursor);
}

function parseNumber(cursor: Cursor): Expression {
  const { text, start, end } = advance(cursor);
  const value = canonicalNumber(text);
  if (value === null) fail({ code: 'bad-number', text, at: { start, end } });
  return { kind: 'literal', type: 'number', value, at: { start, end } };
}

function parseBracket(cursor: Cursor): Expression {
  const { start, end } = expect(cursor, '(');
  if (++cursor.brackets > BRACKETS_MAX) fail({ code: 'too-deep', depthMax: BRACKETS_MAX, at: { start, end } });
  const inner = cursor.parse(cursor, 0);
  if (isAt(cursor, ',')) fail({ code: 'unsupported', construct: 'row values', at: spanFrom(cursor, start) });
  expect(cursor, ')');
  cursor.brackets--;
  return inner;
}

function parseWord(cursor: Cursor): Expression {
  const { text, start, end } = peek(cursor);
  if (isAt(cursor, '.', 1)) return parseColumn(cursor);
  const keyword = KEYWORDS.get(text);
  if (keyword) return keyword(cursor);
  const typed = TYPED.get(text);
  const next = peek(cursor, 1).kind;
  if (typed && (next === 'string' || (next === 'number' && text === 'interval'))) return parseTyped(cursor, typed);
  if (isAt(cursor, '(', 1)) return parseCall(cursor);
  if (text === 'current_date' || text === 'current_timestamp') {
    advance(cursor);
    return { kind: 'call', name: text, arguments: [], at: { start, end } };
  }
  return parseColumn(cursor);
}

type Reader = (cursor: Cursor) => Expression;

const KEYWORDS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['true', (cursor) => parseConstant(cursor, { type: 'boolean', value: true })],
  ['false', (cursor) => parseConstant(cursor, { type: 'boolean', value: false })],
  ['null', (cursor) => parseConstant(cursor, { type: 'null', value: null })],
  ['case', parseCase],
  ['cast', parseCast],
  ['try_cast', parseCast],
]);

type Constant = { type: 'boolean'; value: boolean } | { type: 'null'; value: null };

function parseConstant(cursor: Cursor, constant: Constant): Expression {
  const { start, end } = advance(cursor);
  return { kind: 'literal', ...constant, at: { start, end } };
}

function parseCase(cursor: Cursor): Expression {
  const { start } = expect(cursor, 'case');
  const subject = isAt(cursor, 'when') ? null : cursor.parse(cursor, 0);
  const arms: CaseArm[] = [];
  do {
    expect(cursor, 'when');
    const when = cursor.parse(cursor, 0);
    expect(cursor, 'then');
    arms.push({ when, result: cursor.parse(cursor, 0) });
  } while (isAt(cursor, 'when'));
  const otherwise = accept(cursor, 'else') ? cursor.parse(cursor, 0) : null;
  expect(cursor, 'end');
  return { kind: 'case', subject, arms, otherwise, at: spanFrom(cursor, start) };
}

function parseCast(cursor: Cursor): Expression {
  const { text, start } = advance(cursor);
  expect(cursor, '(');
  const operand = cursor.parse(cursor, 0);
  expect(cursor, 'as');
  const { to, size } = parseCastType(cursor);
  expect(cursor, ')');
  return { kind: 'cast', safe: text === 'try_cast', operand, to, size, at: spanFrom(cursor, start) };
}

type TypedLiteral = 'date' | 'time' | 'timestamp' | 'interval';

type LiteralReader = { type: TypedLiteral; read: (text: string) => string | null };

const TYPED: ReadonlyMap<string, LiteralReader> = new Map<string, LiteralReader>([
  ['date', { type: 'date', read: canonicalDate }],
  ['time', { type: 'time', read: canonicalTime }],
  ['timestamp', { type: 'timestamp', read: canonicalTimestamp }],
  ['interval', { type: 'interval', read: canonicalInterval }],
]);

/** `date '2024-01-01'`; an interval may also be written `interval '3' day` or `interval 3 days`. */
function parseTyped(cursor: Cursor, { type, read }: LiteralReader): Expression {
  const { start } = advance(cursor);
  const { text } = advance(cursor);
  const unit = peek(cursor);
  const hasUnit = type === 'interval' && unit.kind === 'word' && /^[+-]?\d+$/.test(text);
  if (hasUnit) advance(cursor);
  const written = hasUnit ? `${text} ${unit.text}` : text;
  const at = spanFrom(cursor, start);
  const value = read(written);
  if (value === null) fail({ code: 'bad-literal', type, text: written, at });
  return { kind: 'literal', type, value, at };
}

/** Next to a dot every word is a name, or an entity could not be called `order`. */
function parseColumn(cursor: Cursor): Expression {
  const { start } = peek(cursor);
  const first = isAt(cursor, '.', 1) ? parseAnyName(cursor) : parseName(cursor);
  if (!accept(cursor, '.')) return { kind: 'column', qualifier: null, name: first, at: spanFrom(cursor, start) };
  const name = parseAnyName(cursor);
  const at = spanFrom(cursor, start);
  if (isAt(cursor, '.')) fail({ code: 'too-many-qualifiers', name: `${first}.${name}`, at });
  if (isAt(cursor, '(')) fail({ code: 'unknown-function', name: `${first}.${name}`, nearest: null, at });
  return { kind: 'column', qualifier: first, name, at };
}

function parseName(cursor: Cursor): string {
  const { kind, text, written, start, end } = peek(cursor);
  if (kind !== 'word') return parseAnyName(cursor);
  if (QUERY_WORDS.has(text)) fail({ code: 'subquery', at: { start, end } });
  if (RESERVED.has(text)) fail({ code: 'reserved-word', word: written, at: { start, end } });
  return advance(cursor).written;
}

function parseAnyName(cursor: Cursor): string {
  const { kind } = peek(cursor);
  if (kind === 'quoted') return advance(cursor).text;
  if (kind !== 'word') failExpected(cursor, 'a name');
  return advance(cursor).written;
}
