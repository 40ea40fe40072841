import type { SourceTable } from '@/lib/catalog/snapshot';
import type { CompiledEntity, Lineage } from '../lineage/lineage';

/** The table an entity's rows are some of, and every entity on the way to it, consumer first. */
export type MostRows = { table: SourceTable; through: CompiledEntity[] };

/**
 * The table whose count an entity's rows can never exceed: filters and groupings only make fewer, and every join meets one
 * row at most. Null where a join may multiply, because then nothing bounds them.
 */
export function mostRows(lineage: Lineage, entity: CompiledEntity): MostRows | null {
  const through: CompiledEntity[] = [];
  for (let at: CompiledEntity | null = entity; at !== null && !through.includes(at); ) {
    through.push(at);
    const [from, ...joined] = at.derivation?.inputs ?? [];
    if (!from || !joined.every(({ pinsGrain }) => pinsGrain)) return null;
    if (from.kind === 'table') {
      const table = lineage.table(from.ref)?.table;
      return table ? { table, through } : null;
    }
    at = lineage.entity(from.ref);
  }
  return null;
}
