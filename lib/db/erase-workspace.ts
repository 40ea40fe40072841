import type { Transaction } from './db';

/**
 * Deletes a workspace with everything in it, its history included, which the append-only tables allow only when asked by
 * name. The permission ends with the transaction.
 */
export async function eraseWorkspace(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SET LOCAL headwater.erase = 'on'`;
  await tx.workspace.delete({ where: { id: workspaceId } });
  await tx.$executeRaw`SET LOCAL headwater.erase = 'off'`;
}
