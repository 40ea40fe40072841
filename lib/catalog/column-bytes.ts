import type { SourceTable } from './snapshot';

/**
 * What a column weighs: what is stated, else an even share of what the stated ones leave of the table's bytes, so that
 * the columns of a table never weigh more together than the table. Nothing for a column the table does not have.
 */
export function columnBytes(table: SourceTable, columnName: string): number {
  const column = table.columns.find(({ name }) => name === columnName);
  if (!column) return 0;
  if (column.bytes !== null) return column.bytes;
  const stated = table.columns.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  const unstated = table.columns.filter(({ bytes }) => bytes === null).length;
  return Math.max(0, table.bytes - stated) / unstated;
}
