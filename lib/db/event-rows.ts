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
    where: { workspaceId, kind: { not: 'draft-saved' }, productKeys: { has: productKey } },
    orderBy: { seq: 'desc' },
    take: limit,
  });
  return rows.map(readEvent);
}

function readEvent({ seq, at, actorId, kind, subject }: EventRow): StoredEvent {
  return { ...EventFacts.parse({ kind, subject }), seq: Number(seq), at, byId: actorId };
}
