import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Tpcds, TpcdsTable } from './read-tpcds';

/**
 * The benchmark as a workspace: one source product per table, offering every column, and one consumer per query. What a
 * query names it cuts its count by, so naming is using; the date every count needs is a constant, which needs no column.
 * Widths are not known, so every value counts as eight bytes.
 */
export function drawTpcds({ tables, queries }: Tpcds): WorkspaceSnapshot {
  const file = {
    headwater: 1,
    workspace: { name: 'TPC-DS' },
    teams: [{ key: 'team', name: 'Team' }],
    sources: [{ key: 'warehouse', tables: tables.map(drawTable) }],
    products: [
      ...tables.map(drawSource),
      ...queries.map(({ number, columns }) => drawQuery(number, new Set(columns), tables)),
    ],
  };
  const snapshot = readWorkspace(JSON.stringify(file), { format: 'json' });
  if (!snapshot.ok) throw new Error(snapshot.error.map(({ words }) => words).join('\n'));
  return snapshot.value;
}

export function keyOfQuery(number: number): string {
  return `cdp-query-${number}`;
}

function drawTable({ name, rows, key, columns }: TpcdsTable) {
  return { name, rows, bytes: rows * columns.length * 8, key, columns };
}

function drawSource({ name, key, columns }: TpcdsTable) {
  const attributes = columns.map((column) => ({ key: column.name, type: column.type, expression: `t.${column.name}` }));
  return {
    key: `src-${name.replaceAll('_', '-')}`,
    owner: 'team',
    model: { entities: [{ key: name, grain: key, from: { table: `warehouse.${name}`, as: 't' }, attributes }] },
  };
}

function drawQuery(number: number, named: ReadonlySet<string>, tables: readonly TpcdsTable[]) {
  const read = tables.filter(({ columns }) => columns.some(({ name }) => named.has(name)));
  return {
    key: keyOfQuery(number),
    owner: 'team',
    useCase: { decision: `Query ${number}` },
    model: {
      entities: read.map(({ name, key, columns }) => ({
        key: name,
        grain: key,
        from: { entity: `src-${name.replaceAll('_', '-')}.${name}`, as: 's' },
        attributes: [
          ...columns
            .filter((column) => named.has(column.name) || key.includes(column.name))
            .map((column) => ({ key: column.name, type: column.type, expression: `s.${column.name}` })),
          { key: 'loaded_on', type: 'date', role: 'time', expression: "date '2003-01-08'" },
        ],
      })),
      measures: read.map(({ name }) => ({ key: `${name}_rows`, entity: name, aggregation: 'count' })),
      metrics: read.map(({ name, columns }) => ({
        key: `${name}_counted`,
        kind: 'simple',
        measure: `${name}_rows`,
        time: `${name}.loaded_on`,
        slices: columns.filter((column) => named.has(column.name)).map((column) => `${name}.${column.name}`),
      })),
    },
  };
}
