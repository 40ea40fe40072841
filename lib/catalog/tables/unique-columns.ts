import { joinWords } from '@/lib/base/join-words';
import type { PastedColumn, PastedTable, PasteProblem } from './pasted-table';

/** Notes that no two rows share these columns; false, and nothing is noted, where one of them is none of the table's. */
export function noteUnique(table: PastedTable, names: readonly string[]): boolean {
  const columns = names.flatMap((name) => columnOf(table, name)?.name ?? []);
  if (columns.length === 0 || columns.length !== names.length) return false;
  table.unique = [...(table.unique ?? []), columns];
  return true;
}

/**
 * A table that states no key is identified by what no two rows of it share: by columns that are never empty, if there are
 * such, and by the first in the text. It is told, because a text that means a key says so.
 */
export function takeKeyFromUnique(table: PastedTable, line: number): PasteProblem[] {
  const { unique: [first, ...others] = [] } = table;
  if (table.key.length > 0 || !first) return [];
  const isFull = (columns: readonly string[]) => columns.every((name) => columnOf(table, name)?.nullable === false);
  table.key = [first, ...others].find(isFull) ?? first;
  for (const name of table.key) {
    const column = columnOf(table, name);
    if (column) column.nullable = false;
  }
  return [
    {
      line,
      words: `${table.name} states no key; ${joinWords(table.key)}, unique, ${table.key.length === 1 ? 'is' : 'are'} taken for it.`,
    },
  ];
}

function columnOf({ columns }: PastedTable, name: string): PastedColumn | null {
  return columns.find((column) => column.name.toLowerCase() === name.toLowerCase()) ?? null;
}
