import type { SqlProblem } from './problem';
import { Refusal } from './refusal';

/**
 * `text` is what was written, except that a word is in lower case, and a string or quoted name is without its quotes.
 * `written` keeps the case of a word, which matters when it turns out to be a name.
 */
export type Token = {
  kind: 'word' | 'quoted' | 'string' | 'number' | 'symbol' | 'end';
  text: string;
  written: string;
  start: number;
  end: number;
};

const SPACE = /[ \t\r\n\f]+/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const SYMBOL = /<>|!=|<=|>=|\|\||\/\/|::|[-+*/%=<>(),.]/y;
const STRING = /'[^']*(?:''[^']*)*'/y;
const QUOTED = /"[^"]*(?:""[^"]*)*"/y;
const PARAMETER = /\$\w*|\?\w*|[:@]\w+/y;

/** Cuts a text into tokens, the last of which is `end`; refuses comments, parameters and characters of no meaning here. */
export function lex(text: string): Token[] {
  refuseUnstorable(text);
  const tokens: Token[] = [];
  let at = matchEnd(SPACE, text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = matchEnd(SPACE, text, token.end);
  }
  tokens.push({ kind: 'end', text: '', written: '', start: text.length, end: text.length });
  return tokens;
}

function readToken(text: string, start: number): Token {
  if (text.startsWith('--', start) || text.startsWith('/*', start)) fail({ code: 'comment', at: span(start, 2) });

  const first = text[start];
  if (first === "'") return readQuoted(text, start, 'string');
  if (first === '"') return readQuoted(text, start, 'quoted');

  const word = matchEnd(WORD, text, start);
  if (word > start) return token('word', text.slice(start, word), start, word);

  const number = matchEnd(NUMBER, text, start);
  if (number > start) return readNumber(text, start, number);

  const symbol = matchEnd(SYMBOL, text, start);
  if (symbol > start) return token('symbol', text.slice(start, symbol), start, symbol);

  if (first === ';') fail({ code: 'semicolon', at: span(start, 1) });
  const parameter = matchEnd(PARAMETER, text, start);
  if (parameter > start) {
    fail({ code: 'parameter', text: text.slice(start, parameter), at: { start, end: parameter } });
  }
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return fail({ code: 'forbidden-character', character, at: span(start, character.length) });
}

function readQuoted(text: string, start: number, kind: 'string' | 'quoted'): Token {
  const isString = kind === 'string';
  const end = matchEnd(isString ? STRING : QUOTED, text, start);
  const at = { start, end: text.length };
  if (end === start) return fail({ code: isString ? 'unterminated-string' : 'unterminated-identifier', at });

  const inner = text.slice(start + 1, end - 1);
  if (!isString && inner === '') fail({ code: 'empty-identifier', at: { start, end } });
  const value = isString ? inner.replaceAll("''", "'") : inner.replaceAll('""', '"');
  return { kind, text: value, written: value, start, end };
}

/** `1abc` and `1.2.3` are slips, not a number and something else. */
function readNumber(text: string, start: number, end: number): Token {
  const glued = /[\w.]*/y;
  const gluedEnd = matchEnd(glued, text, end);
  if (gluedEnd > end) fail({ code: 'bad-number', text: text.slice(start, gluedEnd), at: { start, end: gluedEnd } });
  return token('number', text.slice(start, end), start, end);
}

/** NUL and half of a surrogate pair cannot be stored by any engine, not even in a string. */
function refuseUnstorable(text: string): void {
  const found = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text);
  if (found) fail({ code: 'forbidden-character', character: found[0], at: span(found.index, 1) });
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

function token(kind: Token['kind'], written: string, start: number, end: number): Token {
  return { kind, text: kind === 'word' ? written.toLowerCase() : written, written, start, end };
}

function span(start: number, length: number) {
  return { start, end: start + length };
}

function fail(problem: SqlProblem): never {
  throw new Refusal(problem);
}
