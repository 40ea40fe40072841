import { accept, advance, type Cursor, expect, fail, failExpected, peek } from './cursor';
import { nearestName } from './nearest-name';
import type { CastType, DecimalSize } from './tree';

const PRECISION_MAX = 38;

const TYPES: ReadonlyMap<string, CastType> = new Map<string, CastType>([
  ['string', 'string'],
  ['text', 'string'],
  ['varchar', 'string'],
  ['char', 'string'],
  ['integer', 'integer'],
  ['int', 'integer'],
  ['int4', 'integer'],
  ['int8', 'integer'],
  ['bigint', 'integer'],
  ['smallint', 'integer'],
  ['decimal', 'decimal'],
  ['numeric', 'decimal'],
  ['double', 'decimal'],
  ['float', 'decimal'],
  ['float8', 'decimal'],
  ['real', 'decimal'],
  ['number', 'decimal'],
  ['boolean', 'boolean'],
  ['bool', 'boolean'],
  ['date', 'date'],
  ['time', 'time'],
  ['timestamp', 'timestamp'],
  ['datetime', 'timestamp'],
]);

/**
 * The type after `as` or `::`. Only decimals take a size: `varchar(3)` cuts in one engine and not in another, so it is
 * refused rather than guessed.
 */
export function parseCastType(cursor: Cursor): { to: CastType; size: DecimalSize | null } {
  const { kind, text, written, start, end } = peek(cursor);
  if (kind !== 'word') failExpected(cursor, 'a type');
  advance(cursor);
  const to = TYPES.get(text);
  if (!to) fail({ code: 'unknown-type', name: written, nearest: nearestName(text, TYPES.keys()), at: { start, end } });
  if (text === 'double') accept(cursor, 'precision');
  const size = parseSize(cursor, text === 'decimal' || text === 'numeric', written);
  return { to, size };
}

function parseSize(cursor: Cursor, isAllowed: boolean, name: string): DecimalSize | null {
  const { start } = peek(cursor);
  if (!accept(cursor, '(')) return null;
  const precision = parseWhole(cursor);
  const scale = accept(cursor, ',') ? parseWhole(cursor) : 0;
  const { end } = expect(cursor, ')');
  const isPossible = precision >= 1 && precision <= PRECISION_MAX && scale <= precision;
  if (!isAllowed || !isPossible) fail({ code: 'type-size', name, at: { start, end } });
  return { precision, scale };
}

function parseWhole(cursor: Cursor): number {
  const { kind, text } = peek(cursor);
  if (kind !== 'number' || !/^\d{1,2}$/.test(text)) failExpected(cursor, 'a whole number');
  advance(cursor);
  return Number(text);
}
