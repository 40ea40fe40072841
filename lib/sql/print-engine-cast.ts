import type { EnginePrinter } from './print-engine';
import type { Cast, CastType, DecimalSize, SqlType } from './tree';

/**
 * Conversions give null for text that is no such value, and round halves away from zero. DuckDB has TRY_CAST for the
 * first; PostgreSQL has nothing, so the text is first reduced to what a pattern accepts (SUBSTRING gives null where it
 * does not match), once, whatever the operand costs.
 */
export function printEngineCast(cast: Cast, printer: EnginePrinter): string {
  const from = printer.typed(cast.operand);
  const text = printer.print(cast.operand);
  const isDoubtful = from === 'unknown' || from === 'string' || cast.safe;
  if (cast.to === 'string') return `CAST(${text} AS ${printer.dialect === 'duckdb' ? 'VARCHAR' : 'TEXT'})`;
  if (printer.dialect === 'duckdb') return printDuckdbCast(text, from, cast, isDoubtful);
  return isDoubtful && from !== cast.to ? printGuardedCast(text, cast) : printPostgresCast(text, from, cast);
}

function printDuckdbCast(text: string, from: SqlType, { to, size }: Cast, isDoubtful: boolean): string {
  const source = from === 'decimal' && to === 'integer' ? `ROUND(${text})` : text;
  return `${isDoubtful ? 'TRY_CAST' : 'CAST'}(${source} AS ${nameType(to, size, 'duckdb')})`;
}

/** Only between types that are known; PostgreSQL converts between booleans and its 32-bit numbers alone. */
function printPostgresCast(text: string, from: SqlType, { to, size }: Cast): string {
  const name = nameType(to, size, 'postgres');
  if (from === 'decimal' && to === 'integer') return `CAST(ROUND(CAST(${text} AS NUMERIC)) AS BIGINT)`;
  if (from === 'boolean' && to !== 'boolean') return `CAST(CAST(${text} AS INTEGER) AS ${name})`;
  if (to === 'boolean' && from !== 'boolean') return `((${text}) <> 0)`;
  return `CAST(${text} AS ${name})`;
}

function printGuardedCast(text: string, { to, size }: Cast): string {
  const guarded = `SUBSTRING(CAST(${text} AS TEXT) FROM '${PATTERNS[to]}')`;
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

const LEAP = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29';
const LONG = '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])';
const SHORT = '(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)';
const DATE = `(?!0000)(?:[0-9]{4}-(?:${LONG}|${SHORT}|02-(?:0[1-9]|1[0-9]|2[0-8]))|${LEAP})`;
const TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,6})?)?';
const MANTISSA = '(?:[0-9]{1,18}(?:[.][0-9]*)?|[.][0-9]+)';

/** What PostgreSQL may be given of each type, in the group that is handed on; whole days of every year's length. */
const PATTERNS: Record<Exclude<CastType, 'string'>, string> = {
  integer: `^\\s*([+-]?(?:${MANTISSA}|[0-9]{1,9}(?:[.][0-9]*)?[eE][+-]?[0-9]))\\s*$`,
  decimal: `^\\s*([+-]?${MANTISSA}(?:[eE][+-]?[0-9]{1,2})?)\\s*$`,
  boolean: '^\\s*((?:[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|[tTfF]|[yYnN]|[yY][eE][sS]|[nN][oO]|[01]))\\s*$',
  date: `^\\s*(${DATE})(?:[ T]${TIME})?\\s*$`,
  time: `^\\s*(${TIME})\\s*$`,
  timestamp: `^\\s*(${DATE}(?:[ T]${TIME})?)\\s*$`,
};
