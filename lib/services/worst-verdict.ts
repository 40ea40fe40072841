import type { Requirement, Verdict } from '@/lib/engine/plan';

const RANK: readonly Verdict[] = ['met', 'tighten', 'missing', 'conflict', 'infeasible'];

/** The verdict that matters of several; null of none. */
export function worstVerdict(rows: readonly { verdict: Verdict }[]): Verdict | null {
  if (rows.length === 0) return null;
  return RANK[Math.max(...rows.map((row) => RANK.indexOf(row.verdict)))] ?? null;
}

/** The requirements on a product that come through another one, read from the paths of their causes. */
export function comingThrough(rows: readonly Requirement[], through: string): Requirement[] {
  return rows.filter((row) =>
    row.because.some(({ path }) => path.some((step) => step === through || step.startsWith(`${through}:`))),
  );
}
