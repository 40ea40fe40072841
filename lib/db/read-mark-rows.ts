import type { Transaction } from './db';

export async function readReadMark(tx: Transaction, workspaceId: string, personId: string): Promise<number> {
  const row = await tx.readMark.findUnique({ where: { workspaceId_personId: { workspaceId, personId } } });
  return Number(row?.lastSeq ?? 0);
}

/** One statement, so that of two pages that say it at once the further one stands. */
export async function keepReadMark(tx: Transaction, workspaceId: string, personId: string, seq: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO read_mark ("workspaceId", "personId", "lastSeq") VALUES (${workspaceId}, ${personId}, ${seq})
    ON CONFLICT ("workspaceId", "personId")
    DO UPDATE SET "lastSeq" = GREATEST(read_mark."lastSeq", EXCLUDED."lastSeq")`;
}

export async function readSeenThings(
  tx: Transaction,
  workspaceId: string,
  personId: string,
): Promise<Map<string, number>> {
  const rows = await tx.seenThing.findMany({ where: { workspaceId, personId } });
  return new Map(rows.map(({ thing, lastSeq }) => [thing, Number(lastSeq)]));
}

/** As above, of one thing. */
export async function keepSeenThing(
  tx: Transaction,
  workspaceId: string,
  { personId, thing, seq }: { personId: string; thing: string; seq: number },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO seen_thing ("workspaceId", "personId", thing, "lastSeq")
    VALUES (${workspaceId}, ${personId}, ${thing}, ${seq})
    ON CONFLICT ("workspaceId", "personId", thing)
    DO UPDATE SET "lastSeq" = GREATEST(seen_thing."lastSeq", EXCLUDED."lastSeq")`;
}
