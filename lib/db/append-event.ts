import type { Transaction } from './db';
import type { Prisma } from './generated/client';

export type NewEvent = {
  kind: string;
  /** The person who acted; null for what the product did by itself. */
  actorId: string | null;
  subject: Prisma.InputJsonValue;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/**
 * Writes an event in the transaction of the change it tells of: both are kept, or neither. The number is taken under
 * the workspace's row lock, so the numbers have no gap and readers who saw `n` have seen all before it. Append last:
 * the lock makes other writers of the workspace wait until the transaction ends.
 */
export async function appendEvent(tx: Transaction, workspaceId: string, event: NewEvent, at: Date): Promise<bigint> {
  const { eventSeq } = await tx.workspace.update({
    where: { id: workspaceId },
    data: { eventSeq: { increment: 1 } },
    select: { eventSeq: true },
  });
  await tx.event.create({ data: { workspaceId, seq: eventSeq, at, ...event } });
  return eventSeq;
}
