import type { LedgerNames } from '@/lib/api/ledger';
import type { Vocabulary } from '@/lib/model/vocabulary';

type TableRef = { source: string; table: string };

/** What the keys of a ledger are called: physical names for engineers, the names of what is made from them for analysts. */
export type LedgerWords = {
  column: 'field' | 'column';
  attribute: 'field' | 'attribute';
  table(ref: TableRef): string;
  /** The other name of a table, for whoever looks twice. */
  tableAside(ref: TableRef): string;
  columnOf(ref: TableRef & { column: string }): string;
  product(key: string): string;
  team(key: string | null): { key: string; name: string } | null;
};

/** Of several answers, each with the names of what it mentions. */
export function ledgerWords(names: readonly LedgerNames[], vocabulary: Vocabulary): LedgerWords {
  const products = new Map(names.flatMap((told) => told.products.map(({ key, name }) => [key, name] as const)));
  const teams = new Map(names.flatMap((told) => told.teams.map((team) => [team.key, team] as const)));
  const columns = new Map<string, string>();
  const tables = new Map<string, LedgerNames['tables'][number]>();
  for (const table of names.flatMap((told) => told.tables)) {
    tables.set(refOf(table), table);
    for (const [column, label] of Object.entries(table.columns)) columns.set(`${refOf(table)}.${column}`, label);
  }
  const isPlain = vocabulary === 'plain';
  const sourceName = (ref: TableRef) => tables.get(refOf(ref))?.sourceName ?? ref.source;
  const plainTable = (ref: TableRef) => tables.get(refOf(ref))?.label ?? `${ref.table} in ${sourceName(ref)}`;
  return {
    column: isPlain ? 'field' : 'column',
    attribute: isPlain ? 'field' : 'attribute',
    table: (ref) => (isPlain ? plainTable(ref) : refOf(ref)),
    tableAside: (ref) => (isPlain ? sourceName(ref) : plainTable(ref)),
    columnOf: (ref) => (isPlain ? (columns.get(`${refOf(ref)}.${ref.column}`) ?? ref.column) : ref.column),
    product: (key) => products.get(key) ?? key,
    team: (key) => (key === null ? null : (teams.get(key) ?? { key, name: key })),
  };
}

function refOf({ source, table }: TableRef): string {
  return `${source}.${table}`;
}
