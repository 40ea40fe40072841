import type { Transaction } from './db';
import type { Prisma } from './generated/client';

export type NewEvent = {
  kind: string;
  /** The person who acted; null for what the product did by itself. */
  actorId: string | null;
  subject: Prisma.InputJsonValue;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  /** The products it tells of: their histories are found by them. */
  productKeys?: string[];
};

/**
 * Writes events in the transaction of the change they tell of: all are kept, or none. Their numbers are taken under the
 * workspace's row lock, so the numbers have no gap and readers who saw `n` have seen all before it. Append last: the
 * lock makes other writers of the workspace wait until the transaction ends.
 */
export async function appendEvents(
  tx: Transaction,
  workspaceId: string,
  events: readonly NewEvent[],
  at: Date,
): Promise<void> {
  if (events.length === 0) return;
  const { eventSeq } = await tx.workspace.update({
    where: { id: workspaceId },
    data: { eventSeq: { increment: events.length } },
    select: { eventSeq: true },
  });
  const first = eventSeq - BigInt(events.length) + 1n;
  await tx.event.createMany({
    data: events.map((event, i) => ({ workspaceId, seq: first + BigInt(i), at, ...event })),
  });
}
