import { EventFacts } from '@/lib/services/event-facts';
import type { StoredEvent } from '@/lib/services/store';
import type { Transaction } from './db';

type EventRow = Awaited<ReturnType<Transaction['event']['findMany']>>[number];

export async function readEvents(tx: Transaction, workspaceId: string, since: number, limit: number) {
  const rows = await tx.event.findMany({
    where: { workspaceId, seq: { gt: since } },
    orderBy: { seq: 'asc' },
    take: limit,
  });
  return rows.map(readEvent);
}

export async function readEventsOfProduct(tx: Transaction, workspaceId: string, productKey: string, limit: number) {
  const rows = await tx.event.findMany({
    where: {
      workspaceId,
      kind: { not: 'draft-saved' },
      OR: [
        { subject: { path: ['product'], equals: productKey } },
        { subject: { path: ['consumer'], equals: productKey } },
      ],
    },
    orderBy: { seq: 'desc' },
    take: limit,
  });
  return rows.map(readEvent);
}

function readEvent({ seq, at, actorId, kind, subject }: EventRow): StoredEvent {
  return { ...EventFacts.parse({ kind, subject }), seq: Number(seq), at, byId: actorId };
}

/** Numbers follow each other without a gap: they are taken under the workspace's row lock. */
export async function appendEvents(
  tx: Transaction,
  workspaceId: string,
  events: readonly EventFacts[],
  actorId: string | null,
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
    data: events.map(({ kind, subject }, i) => ({ workspaceId, seq: first + BigInt(i), kind, actorId, subject, at })),
  });
}
