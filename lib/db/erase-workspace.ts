import type { Transaction } from './db';

/**
 * Deletes a workspace with everything in it, its history included: the one deletion the append-only tables allow. The
 * permission ends with the transaction.
 */
export async function eraseWorkspace(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SET LOCAL headwater.erase = 'on'`;
  await tx.workspace.delete({ where: { id: workspaceId } });
  await tx.$executeRaw`SET LOCAL headwater.erase = 'off'`;
}
