import type { Source } from '@/lib/catalog/snapshot';
import type { Scope } from '@/lib/engine/plan';
import { parseExpression } from '@/lib/sql/parse';
import { printExpression } from '@/lib/sql/print';
import type { Column, SqlType } from '@/lib/sql/tree';

const DIALECTS = new Map<string, 'postgres' | 'duckdb'>([
  ['postgres', 'postgres'],
  ['postgresql', 'postgres'],
  ['duckdb', 'duckdb'],
]);

/**
 * The query that reads what is needed of a table and nothing else, printed from the tree for the engine that holds it.
 * An engine we have no printer for gets the plain spelling of our own language, and `dialect` says so.
 */
export function printScope(
  { source: key, table: name, columns, where }: Pick<Scope, 'source' | 'table' | 'columns' | 'where'>,
  source: Source | undefined,
): { dialect: string; sql: string } {
  const dialect = DIALECTS.get(source?.kind?.toLowerCase() ?? '') ?? 'headwater';
  const types = new Map(source?.tables.find((one) => one.name === name)?.columns.map((one) => [one.name, one.type]));
  const typeOf = (column: Column): SqlType => types.get(column.name) ?? 'unknown';
  const column = (qualifier: string | null, of: string) =>
    printExpression({ kind: 'column', qualifier, name: of }, dialect);
  const filter = where === null ? null : parseExpression(where);
  const lines = [
    'select',
    columns.map((of) => `  ${column(null, of)}`).join(',\n'),
    `from ${column(null, name)}`,
    ...(filter?.ok ? [`where ${printExpression(filter.value, dialect, typeOf)}`] : []),
  ];
  return { dialect: dialect === 'headwater' ? `${key}: plain SQL` : dialect, sql: `${lines.join('\n')};` };
}
