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
  if (!table || tree?.kind !== 'column') return null;
  const column = table.columns.find(({ name }) => name === tree.name);
  return column ? { table, column } : null;
}

/** The one table an entity holds row by row; null when it filters, joins or groups. */
export function wholeTableOf(lineage: Lineage, { derivation }: CompiledEntity): SourceTable | null {
  const [from, ...joined] = derivation?.inputs ?? [];
  if (from?.kind !== 'table' || joined.length > 0 || derivation?.where || (derivation?.groupBy.length ?? 0) > 0)
    return null;
  return lineage.table(from.ref)?.table ?? null;
}
