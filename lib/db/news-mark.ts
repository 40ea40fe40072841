import { z } from 'zod';
import type { Database } from './db';
import { readLastEvent } from './event-rows';

type Seen = { seq: number; mark: string };
const held = globalThis as typeof globalThis & { headwaterNews?: Map<string, Seen> };

const Told = z.tuple([z.object({ isNews: z.boolean() })]);

/**
 * Another text as soon as anything has happened but that a draft was saved. Nothing is sent, answered, published or brought
 * in without an event in the same transaction, so what is asked by whom is the same as long as this is; and drafts are saved
 * at every pause in drawing, which must not make anybody's home be read anew. Ask before reading what is kept under it.
 */
export async function readNewsMark(db: Database, workspaceId: string): Promise<string> {
  const seq = await readLastEvent(db, workspaceId);
  held.headwaterNews ??= new Map();
  const seen = held.headwaterNews.get(workspaceId);
  if (seen?.seq === seq) return seen.mark;
  const isQuiet = seen !== undefined && seen.seq < seq && !(await hasNews(db, workspaceId, seen.seq, seq));
  // A store that went back in time may come to the same numbers with other events.
  const mark = isQuiet ? seen.mark : `${seq} ${crypto.randomUUID()}`;
  held.headwaterNews.set(workspaceId, { seq, mark });
  return mark;
}

async function hasNews(db: Database, workspaceId: string, from: number, to: number): Promise<boolean> {
  const [{ isNews }] = Told.parse(
    await db.$queryRaw`
      SELECT EXISTS (
        SELECT 1 FROM event
        WHERE "workspaceId" = ${workspaceId} AND seq > ${from} AND seq <= ${to} AND kind <> 'draft-saved') AS "isNews"`,
  );
  return isNews;
}
