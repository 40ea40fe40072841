import type { Token } from './lex';
import type { SqlProblem } from './problem';
import { Refusal } from './refusal';
import type { Expression, Span } from './tree';

/**
 * Where a parse stands. The expression parser comes along, so that the parts of the grammar that hold expressions
 * (calls, lists, case) live in files of their own without importing each other in a circle.
 */
export type Cursor = {
  readonly tokens: readonly Token[];
  position: number;
  /** Expressions being parsed at this moment, one inside the other. */
  depth: number;
  /** Parentheses open at this moment. */
  brackets: number;
  readonly parse: (cursor: Cursor, power: number) => Expression;
};

/** The token `ahead` places on; past the end it is the end. */
export function peek(cursor: Cursor, ahead = 0): Token {
  const token = cursor.tokens[cursor.position + ahead] ?? cursor.tokens[cursor.tokens.length - 1];
  if (!token) throw new Error('the lexer always ends with an end token');
  return token;
}

export function advance(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.position++;
  return token;
}

/** True for a bare word or a symbol; a quoted name or a string of the same letters is never a keyword. */
export function isAt(cursor: Cursor, text: string, ahead = 0): boolean {
  const token = peek(cursor, ahead);
  return (token.kind === 'word' || token.kind === 'symbol') && token.text === text;
}

/** Steps over the word or symbol if it stands here. */
export function accept(cursor: Cursor, text: string): boolean {
  if (!isAt(cursor, text)) return false;
  cursor.position++;
  return true;
}

export function expect(cursor: Cursor, text: string): Token {
  if (!isAt(cursor, text)) failExpected(cursor, text);
  return advance(cursor);
}

/** The stretch from a token to the last one read. */
export function spanFrom(cursor: Cursor, start: number): Span {
  return { start, end: cursor.tokens[cursor.position - 1]?.end ?? start };
}

export function failExpected(cursor: Cursor, expected: string): never {
  const { written, start, end } = peek(cursor);
  return fail({ code: 'expected', expected, found: written, at: { start, end } });
}

export function failUnexpected(cursor: Cursor): never {
  const { written, start, end } = peek(cursor);
  return fail({ code: 'unexpected', found: written, at: { start, end } });
}

export function fail(problem: SqlProblem): never {
  throw new Refusal(problem);
}
