import type { Verdict } from '@/lib/engine/plan';

const RANK: readonly Verdict[] = ['met', 'tighten', 'missing', 'conflict', 'infeasible'];

/** The verdict that matters of several; null of none. */
export function worstVerdict(rows: readonly { verdict: Verdict }[]): Verdict | null {
  if (rows.length === 0) return null;
  return RANK[Math.max(...rows.map((row) => RANK.indexOf(row.verdict)))] ?? null;
}
