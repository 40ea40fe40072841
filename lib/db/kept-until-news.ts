import type { Database } from './db';
import { readNewsMark } from './news-mark';

type Read<Args extends readonly unknown[], T> = (db: Database, workspaceId: string, ...args: Args) => Promise<T>;

/**
 * A reading of what is asked, published or told, kept in memory until there is news: a home is looked at far more often than
 * anything in it happens. Weights are counted over all answers; which was looked at longest ago goes first, but never the
 * newest. Answers are shared and not to be changed.
 */
export function keptUntilNews<Args extends readonly unknown[], T>(
  read: Read<Args, T>,
  { weigh, max }: { weigh: (answer: T) => number; max: number },
): Read<Args, T> {
  const kept = new Map<string, { mark: string; answer: T; weight: number }>();
  let total = 0;
  return async (db, workspaceId, ...args) => {
    const mark = await readNewsMark(db, workspaceId);
    const name = JSON.stringify([workspaceId, ...args]);
    const known = kept.get(name);
    // What is read after its mark may be newer than it says, and is then read again the next time.
    const answer = known?.mark === mark ? known.answer : await read(db, workspaceId, ...args);
    const weight = 1 + weigh(answer);
    total += weight - (kept.get(name)?.weight ?? 0);
    kept.delete(name);
    kept.set(name, { mark, answer, weight });
    for (const [other, { weight }] of kept) {
      if (total <= max || other === name) break;
      kept.delete(other);
      total -= weight;
    }
    return answer;
  };
}
