import type { EnginePrinter } from './print-engine';
import type { Cast, CastType, DecimalSize, SqlType } from './tree';

/**
 * Conversions give null for text that is no such value, and round halves away from zero. DuckDB has TRY_CAST for the
 * first; PostgreSQL has nothing, so the text is first reduced to what a pattern accepts (SUBSTRING gives null where it
 * does not match), once, whatever the operand costs.
 */
export function printEngineCast({ operand, to, size, safe }: Cast, printer: EnginePrinter): string {
  const from = printer.typed(operand);
  const text = printer.print(operand);
  if (to === 'string') return `CAST(${text} AS ${printer.dialect === 'duckdb' ? 'VARCHAR' : 'TEXT'})`;

  const isDoubtful = from === 'unknown' || from === 'string' || safe;
  const target: Target = { to, size };
  if (printer.dialect === 'duckdb') return printDuckdbCast(text, from, target, isDoubtful);
  return isDoubtful && from !== to
    ? printGuardedCast(from === 'string' ? text : `CAST(${text} AS TEXT)`, target)
    : printPostgresCast(text, from, target);
}

type Target = { to: Exclude<CastType, 'string'>; size: DecimalSize | null };

function printDuckdbCast(text: string, from: SqlType, { to, size }: Target, isDoubtful: boolean): string {
  const source = from === 'decimal' && to === 'integer' ? `ROUND(${text})` : text;
  return `${isDoubtful ? 'TRY_CAST' : 'CAST'}(${source} AS ${nameType(to, size, 'duckdb')})`;
}

/** Only between types that are known; PostgreSQL converts between booleans and its 32-bit numbers alone. */
function printPostgresCast(text: string, from: SqlType, { to, size }: Target): string {
  const name = nameType(to, size, 'postgres');
  if (from === 'decimal' && to === 'integer') return `CAST(ROUND(CAST(${text} AS NUMERIC)) AS BIGINT)`;
  if (from === 'boolean' && to !== 'boolean') return `CAST(CAST(${text} AS INTEGER) AS ${name})`;
  if (to === 'boolean' && from !== 'boolean') return `((${text}) <> 0)`;
  return `CAST(${text} AS ${name})`;
}

function printGuardedCast(text: string, { to, size }: Target): string {
  const guarded = `SUBSTRING(${text} FROM '${PATTERNS[to]}')`;
  if (to === 'integer') return `CAST(ROUND(CAST(${guarded} AS NUMERIC)) AS BIGINT)`;
  return `CAST(${guarded} AS ${nameType(to, size, 'postgres')})`;
}

/** A decimal without a size is a floating number, as a division gives one. */
function nameType(to: CastType, size: DecimalSize | null, dialect: EnginePrinter['dialect']): string {
  if (to === 'integer') return 'BIGINT';
  if (to !== 'decimal') return to.toUpperCase();
  if (!size) return dialect === 'duckdb' ? 'DOUBLE' : 'DOUBLE PRECISION';
  return `${dialect === 'duckdb' ? 'DECIMAL' : 'NUMERIC'}(${size.precision}, ${size.scale})`;
}

const LEAP = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-0?2-29';
const LONG = '(?:0?[13578]|1[02])-(?:0?[1-9]|[12][0-9]|3[01])';
const SHORT = '(?:0?[469]|11)-(?:0?[1-9]|[12][0-9]|30)';
const DATE = `(?!0000)(?:[0-9]{4}-(?:${LONG}|${SHORT}|0?2-(?:0?[1-9]|1[0-9]|2[0-8]))|${LEAP})`;
const TIME = '(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,6})?)?';
const MANTISSA = '(?:[0-9]{1,18}(?:[.][0-9]*)?|[.][0-9]+)';

/** What PostgreSQL is given of each type: the group that is handed on. A date may be followed by a time. */
const PATTERNS: Record<Target['to'], string> = {
  integer: `^\\s*([+-]?(?:${MANTISSA}|[0-9]{1,9}(?:[.][0-9]*)?[eE][+-]?[0-9]))\\s*$`,
  decimal: `^\\s*([+-]?${MANTISSA}(?:[eE][+-]?[0-9]{1,2})?)\\s*$`,
  boolean: '(?i)^(true|false|yes|no|[tfyn01])$',
  date: `^\\s*(${DATE})(?:[ T]${TIME})?\\s*$`,
  time: `^\\s*(${TIME})\\s*$`,
  timestamp: `^(${DATE}(?:[ T]${TIME})?)$`,
};
