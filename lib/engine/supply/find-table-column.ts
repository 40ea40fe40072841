import type { SourceColumn, SourceTable } from '@/lib/catalog/snapshot';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';

/**
 * The column an attribute is a copy of, where the entity has every row of one table as it is: only then are the table's
 * statistics the attribute's.
 */
export function findTableColumn(
  lineage: Lineage,
  entity: CompiledEntity,
  attribute: string,
): { table: SourceTable; column: SourceColumn } | null {
  const table = wholeTableOf(lineage, entity);
  const tree = table && overInputs(entity, attribute);
  const [from] = entity.derivation?.inputs ?? [];
  if (!table || tree?.kind !== 'column' || tree.qualifier !== from?.alias) return null;
  const column = table.columns.find(({ name }) => name === tree.name);
  return column ? { table, column } : null;
}

/** The table an entity holds row by row; null when it filters or groups, or joins more than a look-up of one row. */
export function wholeTableOf(lineage: Lineage, { derivation }: CompiledEntity): SourceTable | null {
  const [from, ...joined] = derivation?.inputs ?? [];
  const isLookedUp = joined.every(({ join, pinsGrain }) => join === 'left' && pinsGrain);
  if (from?.kind !== 'table' || !isLookedUp || derivation?.where || (derivation?.groupBy.length ?? 0) > 0) return null;
  return lineage.table(from.ref)?.table ?? null;
}
