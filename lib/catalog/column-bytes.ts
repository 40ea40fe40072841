import type { SourceTable } from './snapshot';

/** `isShare`: nobody measured the column, it stands for an even share of its table. */
export type ColumnWeight = { bytes: number; isShare: boolean };

const weights = new WeakMap<SourceTable, ReadonlyMap<string, ColumnWeight>>();

/**
 * What every column of a table weighs, in whole bytes: what is stated, else an even share of what the stated ones leave
 * of the table. Shares differ by one byte at most and add up to what was left, so that sums over columns need no rounding.
 */
export function columnWeights(table: SourceTable): ReadonlyMap<string, ColumnWeight> {
  const known = weights.get(table);
  if (known) return known;
  const made = new Map<string, ColumnWeight>();
  const unstated = table.columns.filter(({ bytes }) => bytes === null).length;
  const stated = table.columns.reduce((sum, { bytes }) => sum + Math.round(bytes ?? 0), 0);
  const left = Math.max(0, Math.round(table.bytes) - stated);
  let shared = 0;
  for (const { name, bytes } of table.columns) {
    if (bytes !== null) {
      made.set(name, { bytes: Math.round(bytes), isShare: false });
      continue;
    }
    const before = Math.floor((left * shared) / unstated);
    shared++;
    made.set(name, { bytes: Math.floor((left * shared) / unstated) - before, isShare: true });
  }
  weights.set(table, made);
  return made;
}

/** What one column weighs; nothing for a column the table does not have. */
export function columnBytes(table: SourceTable, columnName: string): number {
  return columnWeights(table).get(columnName)?.bytes ?? 0;
}
