import { z } from 'zod';
import type { Transaction } from './db';

const Answered = z.object({ body: z.unknown(), tag: z.string().nullable() });
const KEPT_MS = 48 * 60 * 60 * 1_000;

type Claim = { workspaceId: string; principal: string; key: string; requestHash: string; at: Date };
export type KeptAnswer = { status: number; body: unknown; tag: string | null };

/**
 * Claims an idempotency key in the transaction of the write it protects: when the write is taken back, so is the claim.
 * A second claim waits for the first transaction to end and then reads its answer; a killed server has either kept
 * both the write and its answer, or neither.
 */
export async function claimKey(tx: Transaction, claim: Claim): Promise<KeptAnswer | 'new' | 'other-request'> {
  const { workspaceId, principal, key, requestHash, at } = claim;
  const made = await tx.$executeRaw`
    INSERT INTO idempotency_key ("workspaceId", principal, key, "requestHash", status, "createdAt")
    VALUES (${workspaceId}, ${principal}, ${key}, ${requestHash}, 0, ${at})
    ON CONFLICT DO NOTHING`;
  if (made === 1) return 'new';
  const row = await tx.idempotencyKey.findUniqueOrThrow({
    where: { workspaceId_principal_key: { workspaceId, principal, key } },
  });
  if (row.requestHash !== requestHash) return 'other-request';
  return { status: row.status, ...Answered.parse(row.body) };
}

/** Keeps the answer beside the write, for whoever sends the same request again. */
export async function keepAnswer(tx: Transaction, claim: Claim, answer: KeptAnswer): Promise<void> {
  const { workspaceId, principal, key } = claim;
  await tx.idempotencyKey.update({
    where: { workspaceId_principal_key: { workspaceId, principal, key } },
    data: { status: answer.status, body: JSON.parse(JSON.stringify({ body: answer.body ?? null, tag: answer.tag })) },
  });
  await forgetOldKeys(tx, claim.at);
}

/** Nobody repeats a request after two days. A few at a time, and none that another transaction is looking at. */
async function forgetOldKeys(tx: Transaction, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  await tx.$executeRaw`
    DELETE FROM idempotency_key WHERE ("workspaceId", principal, key) IN (
      SELECT "workspaceId", principal, key FROM idempotency_key WHERE "createdAt" < ${before}
      LIMIT 100 FOR UPDATE SKIP LOCKED)`;
}
