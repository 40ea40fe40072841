import { RESERVED } from './words';

/** A name as our own grammar reads it back: in double quotes only where it must be. */
export function quoteName(name: string): string {
  const isBare = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED.has(name.toLowerCase());
  return isBare ? name : inQuotes(name);
}

/** A name as an engine reads it: PostgreSQL folds bare names to lower case, so capitals need quotes as well. */
export function quoteEngineName(name: string): string {
  const isBare = /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name) && !TYPE_WORDS.has(name);
  return isBare ? name : inQuotes(name);
}

/** Not reserved, yet read as the beginning of something else in places where a column may stand. */
const TYPE_WORDS: ReadonlySet<string> = new Set(['date', 'time', 'timestamp', 'interval', 'row', 'values', 'map']);

function inQuotes(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
