import { ok } from '@/lib/base/result';
import { findLedger } from './find-ledger';
import { type LedgerList, moreOfList } from './ledger-lists';
import { Mentioned } from './ledger-names';
import type { World } from './world';

/** More of one list of the ledger; nothing where the list is shorter. */
export async function readLedgerRows(world: World, wanted: { of: LedgerList; from: number }) {
  const found = await findLedger(world);
  if (!found.ok) return found;
  const { edition, lines, names } = found.value;
  const mentioned = new Mentioned(names);
  const lists = moreOfList(lines, wanted, mentioned);
  return ok({ edition, lists, names: mentioned.names() });
}
