import type { EnginePrinter } from './print-engine';
import type { Call, Expression } from './tree';

const CLOCK_UNITS = ['hour', 'minute', 'second'];

/** Always through a timestamp, because engines differ on what a truncated date is; a date again where it was one. */
export function printDateTrunc(call: Call, printer: EnginePrinter): string {
  const [unit, operand] = readArguments(call);
  const text = `DATE_TRUNC('${unit}', CAST(${printer.print(operand)} AS TIMESTAMP))`;
  const isDate = printer.typed(operand) === 'date' && !CLOCK_UNITS.includes(unit);
  return isDate ? `CAST(${text} AS DATE)` : text;
}

/**
 * Counts the boundaries between two moments: of a Sunday and the Monday after it, one week. DuckDB does so for every unit
 * but weeks, where it counts whole ones. PostgreSQL has no such function: both ends are truncated, their difference divided. For months and longer the age of two truncated moments holds whole years (365.25
 * days to PostgreSQL) and months (30 days), so that seconds divided by a mean month and rounded give their number.
 */
export function printDateDiff(call: Call, printer: EnginePrinter): string {
  const [unit, from, to] = readArguments(call);
  const [a, b] = [from, to].map((side) => `CAST(${printer.print(side ?? from)} AS TIMESTAMP)`);
  const [start, end] = [a, b].map((side) => `DATE_TRUNC('${unit}', ${side})`);
  if (printer.dialect === 'duckdb') {
    return unit === 'week' ? `DATE_DIFF('week', ${start}, ${end})` : `DATE_DIFF('${unit}', ${a}, ${b})`;
  }
  if (unit === 'day') return `CAST(CAST(${end} AS DATE) - CAST(${start} AS DATE) AS BIGINT)`;
  if (unit === 'week') return `CAST((CAST(${end} AS DATE) - CAST(${start} AS DATE)) / 7 AS BIGINT)`;
  const seconds = SECONDS_PER.get(unit);
  if (seconds) return `CAST(EXTRACT(EPOCH FROM ${end} - ${start}) / ${seconds} AS BIGINT)`;
  const months = MONTHS_PER.get(unit) ?? 1;
  return `CAST(ROUND(EXTRACT(EPOCH FROM AGE(${end}, ${start})) / ${2_629_800 * months}) AS BIGINT)`;
}

const SECONDS_PER: ReadonlyMap<string, number> = new Map([
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]);
const MONTHS_PER: ReadonlyMap<string, number> = new Map([
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
]);

/** The few formats of the language, in the letters of each engine. */
export function printFormatDate(call: Call, printer: EnginePrinter): string {
  const [operand, format] = call.arguments;
  if (!operand || format?.kind !== 'literal' || format.type !== 'string')
    throw new Error('format_date lost its format');
  const text = `CAST(${printer.print(operand)} AS TIMESTAMP)`;
  if (printer.dialect === 'postgres') return `TO_CHAR(${text}, '${format.value}')`;
  const letters = format.value.replace(/YYYY|HH24|MM|MI|DD|SS/g, (word) => LETTERS.get(word) ?? word);
  return `STRFTIME(${text}, '${letters}')`;
}

const LETTERS: ReadonlyMap<string, string> = new Map([
  ['YYYY', '%Y'],
  ['MM', '%m'],
  ['DD', '%d'],
  ['HH24', '%H'],
  ['MI', '%M'],
  ['SS', '%S'],
]);

/** The parser has seen to the unit; a tree made by hand with another is a bug. */
function readArguments({ name, arguments: [unit, first, second] }: Call): [string, Expression, Expression?] {
  if (!first || unit?.kind !== 'literal' || unit.type !== 'string') throw new Error(`${name} lost its unit`);
  return second ? [unit.value, first, second] : [unit.value, first];
}
