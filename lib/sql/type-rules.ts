import type { BinaryOperator, CastType, ExtractPart, SqlType } from './tree';

/**
 * What goes together, in the cases where every engine agrees. `unknown` goes with everything: what is wrong with it is
 * reported where it arose, once.
 */

export const NUMBERS: readonly SqlType[] = ['integer', 'decimal'];
export const DAYS: readonly SqlType[] = ['date', 'timestamp'];
export const ORDERABLE: readonly SqlType[] = ['string', 'integer', 'decimal', 'date', 'time', 'timestamp', 'interval'];

/** The type two values have in common, or null when no engine would bring them together. */
export function commonType(a: SqlType, b: SqlType): SqlType | null {
  if (a === b || b === 'unknown') return a;
  if (a === 'unknown') return b;
  if (NUMBERS.includes(a) && NUMBERS.includes(b)) return 'decimal';
  if (DAYS.includes(a) && DAYS.includes(b)) return 'timestamp';
  return null;
}

/** Documents have no order and no equality that engines share. */
export function isComparable(a: SqlType, b: SqlType): boolean {
  return a !== 'json' && b !== 'json' && commonType(a, b) !== null;
}

/** What an operator makes of two values, or null when it makes nothing of them. */
export function combineTypes(operator: BinaryOperator, a: SqlType, b: SqlType): SqlType | null {
  if (operator === '||') return isOneOf(a, ['string']) && isOneOf(b, ['string']) ? 'string' : null;
  if (isOneOf(a, NUMBERS) && isOneOf(b, NUMBERS)) {
    if (operator === '/') return 'decimal';
    return a === 'unknown' || b === 'unknown' ? 'unknown' : commonType(a, b);
  }
  if (a === 'unknown' || b === 'unknown') return isTemporal(a) || isTemporal(b) ? 'unknown' : null;
  return TEMPORAL.get(`${a} ${operator} ${b}`) ?? null;
}

function isTemporal(type: SqlType): boolean {
  return type === 'date' || type === 'time' || type === 'timestamp' || type === 'interval';
}

function isOneOf(type: SqlType, wanted: readonly SqlType[]): boolean {
  return type === 'unknown' || wanted.includes(type);
}

const TEMPORAL: ReadonlyMap<string, SqlType> = new Map<string, SqlType>([
  ['date + integer', 'date'],
  ['integer + date', 'date'],
  ['date - integer', 'date'],
  ['date - date', 'integer'],
  ['date + time', 'timestamp'],
  ['date + interval', 'timestamp'],
  ['interval + date', 'timestamp'],
  ['date - interval', 'timestamp'],
  ['date - timestamp', 'interval'],
  ['timestamp - date', 'interval'],
  ['timestamp - timestamp', 'interval'],
  ['timestamp + interval', 'timestamp'],
  ['interval + timestamp', 'timestamp'],
  ['timestamp - interval', 'timestamp'],
  ['time + interval', 'time'],
  ['time - interval', 'time'],
  ['interval + interval', 'interval'],
  ['interval - interval', 'interval'],
  ['interval * integer', 'interval'],
  ['integer * interval', 'interval'],
]);

/** Which conversions mean the same everywhere. Text converts to anything, and to null where it cannot. */
export function isCastable(from: SqlType, to: CastType): boolean {
  if (from === 'unknown' || from === 'string' || from === to) return true;
  if (to === 'string') return from !== 'interval';
  return CASTS.has(`${from} ${to}`);
}

const CASTS: ReadonlySet<string> = new Set([
  'integer decimal',
  'decimal integer',
  'integer boolean',
  'decimal boolean',
  'boolean integer',
  'boolean decimal',
  'date timestamp',
  'timestamp date',
  'timestamp time',
]);

const CLOCK: readonly ExtractPart[] = ['hour', 'minute', 'second'];
const SPAN: readonly ExtractPart[] = ['year', 'month', 'day', ...CLOCK, 'epoch'];

/** A day has no hour, and a time of day no month. */
export function hasPart(type: SqlType, part: ExtractPart): boolean {
  if (type === 'unknown' || type === 'timestamp') return true;
  if (type === 'date') return !CLOCK.includes(part);
  if (type === 'time') return CLOCK.includes(part) || part === 'epoch';
  return type === 'interval' && SPAN.includes(part);
}
