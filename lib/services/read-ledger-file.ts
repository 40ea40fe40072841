import { ok } from '@/lib/base/result';
import { findLedger } from './find-ledger';
import type { World } from './world';

/** The whole ledger as the command prints it. */
export async function readLedgerFile(world: World) {
  const found = await findLedger(world);
  return found.ok ? ok(found.value.ledger) : found;
}
