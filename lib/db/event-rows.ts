import { z } from 'zod';
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

export async function readEventsOfProductsSince(
  tx: Transaction,
  workspaceId: string,
  productKeys: readonly string[],
  since: number,
  limit: number,
) {
  const rows = await tx.event.findMany({
    where: {
      workspaceId,
      seq: { gt: since },
      kind: { not: 'draft-saved' },
      productKeys: { hasSome: [...productKeys] },
    },
    orderBy: { seq: 'desc' },
    take: limit,
  });
  return rows.map(readEvent);
}

export async function readLastEvent(tx: Transaction, workspaceId: string): Promise<number> {
  const { eventSeq } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { eventSeq: true } });
  return Number(eventSeq);
}

const Latest = z.array(z.strictObject({ ask: z.string(), seq: z.coerce.number() }));

/** That something is promised already is no news to anybody, so covered asks are left out. */
export async function readLatestOfAsks(
  tx: Transaction,
  workspaceId: string,
  productKeys: readonly string[],
  exceptById: string,
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw`
    SELECT subject->>'ask' AS ask, max(seq) AS seq
    FROM event
    WHERE "workspaceId" = ${workspaceId} AND "productKeys" && ${[...productKeys]}::text[]
      AND kind <> 'ask-covered' AND subject ? 'ask' AND "actorId" IS DISTINCT FROM ${exceptById}
    GROUP BY 1`;
  return new Map(Latest.parse(rows).map(({ ask, seq }) => [ask, seq]));
}

function readEvent({ seq, at, actorId, kind, subject }: EventRow): StoredEvent {
  return { ...EventFacts.parse({ kind, subject }), seq: Number(seq), at, byId: actorId };
}
