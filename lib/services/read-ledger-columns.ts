import { ok, refuse } from '@/lib/base/result';
import { findLedger } from './find-ledger';
import { toColumn } from './ledger-lists';
import { Mentioned } from './ledger-names';
import type { World } from './world';

/** The columns that the figures of a table add up: who needs each, and how often it is stored on the way. */
export async function readLedgerColumns(world: World, { source, table }: { source: string; table: string }) {
  const found = await findLedger(world);
  if (!found.ok) return found;
  const { edition, ledger, names } = found.value;
  const line = ledger.tables.find((one) => one.source === source && one.table === table);
  if (!line) return refuse({ code: 'not-found', what: 'table', key: `${source}.${table}` } as const);
  const mentioned = new Mentioned(names);
  const columns = line.columns.map((column) => toColumn(line, column, mentioned));
  return ok({ edition, columns, names: mentioned.names() });
}
