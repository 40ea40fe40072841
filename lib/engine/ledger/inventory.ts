import { columnWeights } from '@/lib/catalog/column-bytes';
import type { SourceTable, WorkspaceSnapshot } from '@/lib/catalog/snapshot';

/** The source inventory with its columns numbered, so that needs are sets of small numbers. */
export type Inventory = {
  tables: InventoryTable[];
  columns: InventoryColumn[];
  tableAt: ReadonlyMap<string, InventoryTable>;
};
export type InventoryTable = {
  at: number;
  /** `source.table`. */
  ref: string;
  source: string;
  table: SourceTable;
  columnAt: ReadonlyMap<string, number>;
};
type InventoryColumn = { table: InventoryTable; name: string; bytes: number; isShare: boolean };

/** In the workspace's order of sources, tables and columns. */
export function readInventory({ sources }: WorkspaceSnapshot): Inventory {
  const tables: InventoryTable[] = [];
  const columns: InventoryColumn[] = [];
  for (const { key, tables: listed } of sources)
    for (const table of listed) {
      const columnAt = new Map<string, number>();
      const made = { at: tables.length, ref: `${key}.${table.name}`, source: key, table, columnAt };
      for (const [name, { bytes, isShare }] of columnWeights(table)) {
        columnAt.set(name, columns.length);
        columns.push({ table: made, name, bytes, isShare });
      }
      tables.push(made);
    }
  return { tables, columns, tableAt: new Map(tables.map((table) => [table.ref, table])) };
}
