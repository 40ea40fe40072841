import { z } from 'zod';
import { Requirement } from '@/lib/engine/plan';
import type { StoredPush } from '@/lib/services/store';
import type { Transaction } from './db';

/** Of a plan as it was kept, what is compared with another. */
const Kept = z.object({ requirements: z.array(Requirement) });

/** Newest first. One kept by an older version of the plan's shape is read as if nothing had been asked. */
export async function readLastPushes(
  tx: Transaction,
  workspaceId: string,
  productKey: string,
  { until, limit }: { until: Date; limit: number },
): Promise<StoredPush[]> {
  const rows = await tx.push.findMany({
    where: { workspaceId, product: { key: productKey }, createdAt: { lte: until } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: { createdAt: true, createdById: true, plan: true },
  });
  return rows.map(({ createdAt, createdById, plan }) => {
    const read = Kept.safeParse(plan);
    return { at: createdAt, byId: createdById, requirements: read.success ? read.data.requirements : [] };
  });
}
