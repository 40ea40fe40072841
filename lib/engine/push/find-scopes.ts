import { compareText } from '@/lib/base/compare-text';
import { columnBytes } from '@/lib/catalog/column-bytes';
import type { SourceTable, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { orPredicates, printPredicate } from '@/lib/sql/predicate';
import type { Expression } from '@/lib/sql/tree';
import { ColumnsRead } from '../demand/columns-read';
import { longerHistory } from '../demand/history-days';
import type { Lineage } from '../lineage/lineage';
import type { Plan, Scope } from '../plan';
import type { HistoryNeeded } from './ask-history';
import type { ConsumerDemand } from './consumer-demand';

type TableNeed = {
  columns: ColumnsRead;
  where: Expression | null;
  history: number | 'all' | null;
  consumers: Set<string>;
};

/**
 * What is needed of every source table that anybody needs, beside what is there; a table nobody needs is unused. Bytes
 * are the sum over needed columns: the row filter and the history are stated, not multiplied in.
 */
export function findScopes(
  lineage: Lineage,
  planned: readonly { demand: ConsumerDemand; history: HistoryNeeded }[],
): Pick<Plan, 'scopes' | 'unused'> {
  const needs = new Map<string, TableNeed>();
  for (const { demand: consumerDemand, history } of planned) {
    const { demand, rows } = consumerDemand;
    for (const [ref, { readers }] of demand.tables) {
      const where = rows.get(ref) ?? null;
      const before = needs.get(ref);
      const need = before ?? { columns: new ColumnsRead(ref), where, history: null, consumers: new Set() };
      if (before && before.where !== where) need.where = orPredicates([before.where, where]);
      for (const reader of readers) need.columns.add(reader);
      need.consumers.add(demand.consumer);
      needs.set(ref, need);
    }
    for (const [ref, { days }] of history)
      for (const { input } of demand.entities.get(ref)?.liveInputs ?? []) {
        const need = input.kind === 'table' ? needs.get(input.ref) : undefined;
        if (need) need.history = longerHistory(need.history, days);
      }
  }
  const scopes: Scope[] = [];
  const unused: Plan['unused'] = [];
  for (const { ref, source, table, whole } of tablesInOrder(lineage.snapshot.sources)) {
    const need = needs.get(ref);
    if (!need) {
      unused.push(whole);
      continue;
    }
    const { names } = need.columns;
    const needed = table.columns.filter((column) => names.has(column.name));
    const deferred = table.columns.filter((column) => !names.has(column.name)).map((column) => column.name);
    scopes.push({
      source,
      table: table.name,
      columns: needed.map((column) => column.name),
      deferred,
      where: printPredicate(need.where),
      historyDays: need.history,
      rows: table.rows,
      bytes: Math.round(needed.reduce((sum, column) => sum + columnBytes(table, column.name), 0)),
      allBytes: table.bytes,
      historyLost: table.history === 'overwrites' && deferred.length > 0,
      consumers: [...need.consumers].sort(compareText),
    });
  }
  return { scopes, unused };
}

type TableAt = { ref: string; source: string; table: SourceTable; whole: Plan['unused'][number] };

const ordered = new WeakMap<WorkspaceSnapshot['sources'], readonly TableAt[]>();

/** By source and name; the inventory stays the same while models are edited. */
function tablesInOrder(sources: WorkspaceSnapshot['sources']): readonly TableAt[] {
  const known = ordered.get(sources);
  if (known) return known;
  const made = sources.flatMap(({ key, tables }) =>
    tables.map((table): TableAt => {
      const { name, bytes } = table;
      return { ref: `${key}.${name}`, source: key, table, whole: { source: key, table: name, bytes } };
    }),
  );
  made.sort((a, b) => compareText(a.source, b.source) || compareText(a.table.name, b.table.name));
  ordered.set(sources, made);
  return made;
}
