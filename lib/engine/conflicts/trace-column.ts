import type { SourceColumn, SourceTable } from '@/lib/catalog/snapshot';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';

/** A column that an attribute is a plain copy of, row for row, and every entity it is copied through, consumer first. */
export type TracedColumn = { source: string; table: SourceTable; column: SourceColumn; through: CompiledEntity[] };

/**
 * The physical column behind an attribute, when its rows are exactly the table's: no filter, no grouping, and only joins
 * that can neither add nor drop a row. Null otherwise, because then the table's statistics say nothing certain.
 */
export function traceColumn(lineage: Lineage, entity: CompiledEntity, attribute: string): TracedColumn | null {
  const through: CompiledEntity[] = [];
  let name = attribute;
  for (let at: CompiledEntity | null = entity; at !== null && !through.includes(at); ) {
    const { derivation } = at;
    const tree = overInputs(at, name);
    if (!derivation || tree?.kind !== 'column' || !keepsItsRows(at)) return null;
    const [from] = derivation.inputs;
    if (!from || tree.qualifier !== from.alias) return null;
    through.push(at);
    if (from.kind === 'table') {
      const found = lineage.table(from.ref);
      const column = found?.table.columns.find((one) => one.name === tree.name);
      return found && column ? { source: found.source, table: found.table, column, through } : null;
    }
    at = lineage.entity(from.ref);
    name = tree.name;
  }
  return null;
}

function keepsItsRows({ derivation }: CompiledEntity): boolean {
  if (!derivation || derivation.where !== null || derivation.groupBy.length > 0) return false;
  return derivation.inputs.every((input) => input.join === 'from' || input.droppable);
}
