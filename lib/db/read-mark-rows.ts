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
