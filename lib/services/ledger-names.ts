import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { labelOfRecord } from '@/lib/model/names';
import { attributesOf, recordsOf } from '@/lib/model/records';
import { parseExpression } from '@/lib/sql/parse';

type TableRef = { source: string; table: string };
type TableName = TableRef & { sourceName: string; label: string | null; columns: Map<string, string> };

/** What everything in a ledger is called. */
export type NamesOfAll = ReturnType<typeof ledgerNames>;

export function ledgerNames(snapshot: WorkspaceSnapshot) {
  const named = (list: readonly { key: string; name: string | null }[]) =>
    new Map(list.map(({ key, name }) => [key, name ?? key]));
  return {
    products: named(snapshot.products),
    teams: named(snapshot.teams),
    domains: named(snapshot.domains),
    tables: namesOfTables(snapshot),
  };
}

/** Notes what an answer mentions, so that it can be told with what that is called, and with nothing else. */
export class Mentioned {
  readonly #all: NamesOfAll;
  readonly #products = new Set<string>();
  readonly #teams = new Set<string>();
  readonly #tables = new Map<string, TableRef & { columns: Set<string> }>();

  constructor(all: NamesOfAll) {
    this.#all = all;
  }

  product(key: string): void {
    this.#products.add(key);
  }

  team(key: string | null): void {
    if (key !== null) this.#teams.add(key);
  }

  table({ source, table }: TableRef, column?: string): void {
    const ref = `${source}.${table}`;
    const known = this.#tables.get(ref) ?? { source, table, columns: new Set() };
    this.#tables.set(ref, known);
    if (column !== undefined) known.columns.add(column);
  }

  names() {
    const named = (keys: Iterable<string>, names: ReadonlyMap<string, string>) =>
      Array.from(keys, (key) => ({ key, name: names.get(key) ?? key }));
    return {
      products: named(this.#products, this.#all.products),
      teams: named(this.#teams, this.#all.teams),
      tables: Array.from(this.#tables, ([ref, { source, table, columns }]) => {
        const found = this.#all.tables.get(ref);
        const labels = Array.from(columns).flatMap((column) => {
          const label = found?.columns.get(column);
          return label === undefined ? [] : [[column, label] as const];
        });
        return {
          source,
          table,
          sourceName: found?.sourceName ?? source,
          label: found?.label ?? null,
          columns: Object.fromEntries(labels),
        };
      }),
    };
  }
}

/** People know a table by the entity that is made from it, and a column by the field that is nothing but that column. */
function namesOfTables({ sources, products }: WorkspaceSnapshot): ReadonlyMap<string, TableName> {
  const tables = new Map<string, TableName>();
  for (const { key: source, name: sourceName, tables: listed } of sources)
    for (const { name: table } of listed)
      tables.set(`${source}.${table}`, {
        source,
        table,
        sourceName: sourceName ?? source,
        label: null,
        columns: new Map(),
      });
  for (const { model, status } of products)
    for (const entity of status === 'draft' ? [] : recordsOf(model, 'entity')) {
      const from = entity.derivation?.from;
      const table = from && 'table' in from ? tables.get(from.table) : undefined;
      if (!from || !table) continue;
      table.label ??= labelOfRecord(model, entity.id);
      for (const attribute of attributesOf(model, entity.id)) {
        const column = columnAlone(attribute.expression, from.as);
        if (column !== null && !table.columns.has(column))
          table.columns.set(column, labelOfRecord(model, attribute.id));
      }
    }
  return tables;
}

function columnAlone(expression: string | null, alias: string): string | null {
  const tree = expression === null ? null : parseExpression(expression);
  if (!tree?.ok || tree.value.kind !== 'column' || tree.value.qualifier !== alias) return null;
  return tree.value.name;
}
