import type { Verdict } from '@/lib/engine/plan';

const RANK: readonly Verdict[] = ['met', 'tighten', 'missing', 'conflict', 'infeasible'];

/** Larger is worse; below all of them where there is none. */
export function badnessOf(verdict: Verdict | null): number {
  return verdict === null ? -1 : RANK.indexOf(verdict);
}

/** The verdict that matters of several; null of none. */
export function worstVerdict(rows: readonly { verdict: Verdict }[]): Verdict | null {
  if (rows.length === 0) return null;
  return RANK[Math.max(...rows.map((row) => RANK.indexOf(row.verdict)))] ?? null;
}
