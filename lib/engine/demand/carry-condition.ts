import { columnsOf, hasAggregate } from '@/lib/sql/columns';
import { mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import { isReadable } from './predicate-size';

/**
 * An expression over an entity's names in the terms of one of its inputs, by substitution; null when it reads anything
 * else there, when it aggregates, and when it has grown past reading.
 */
export function carryCondition(entity: CompiledEntity, tree: Expression, alias: string): Expression | null {
  const names = columnsOf(tree).map((column) => column.name);
  if (names.some((name) => overInputs(entity, name) === null)) return null;
  const made = mapColumns(tree, (column) => overInputs(entity, column.name) ?? undefined);
  if (hasAggregate(made) || !isReadable(made)) return null;
  if (columnsOf(made).some((column) => column.qualifier !== alias)) return null;
  return mapColumns(made, (column) => ({ kind: 'column', qualifier: null, name: column.name }));
}
