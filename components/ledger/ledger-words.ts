import type { LedgerPage } from '@/lib/api/ledger';
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
  domain(key: string | null): string;
};

export function ledgerWords({ ledger, names }: LedgerPage, vocabulary: Vocabulary): LedgerWords {
  const products = new Map(ledger.products.map(({ key, name }) => [key, name]));
  const teams = new Map(names.teams.map((team) => [team.key, team]));
  const domains = new Map(names.domains.map(({ key, name }) => [key, name]));
  const sources = new Map(names.sources.map(({ key, name }) => [key, name]));
  const tables = new Map(names.tables.map((table) => [refOf(table), table]));
  const isPlain = vocabulary === 'plain';
  const plainTable = (ref: TableRef) => {
    const [entity] = tables.get(refOf(ref))?.entities ?? [];
    return entity ? entity.label : `${ref.table} in ${sources.get(ref.source) ?? ref.source}`;
  };
  return {
    column: isPlain ? 'field' : 'column',
    attribute: isPlain ? 'field' : 'attribute',
    table: (ref) => (isPlain ? plainTable(ref) : refOf(ref)),
    tableAside: (ref) => (isPlain ? (sources.get(ref.source) ?? ref.source) : plainTable(ref)),
    columnOf: (ref) => (isPlain ? (tables.get(refOf(ref))?.columns[ref.column] ?? ref.column) : ref.column),
    product: (key) => products.get(key) ?? key,
    team: (key) => (key === null ? null : (teams.get(key) ?? { key, name: key })),
    domain: (key) => (key === null ? 'No domain' : (domains.get(key) ?? key)),
  };
}

function refOf({ source, table }: TableRef): string {
  return `${source}.${table}`;
}
