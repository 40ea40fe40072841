import type { Tone } from '@/components/ui/tone';
import type { Verdict } from '@/lib/engine/plan';

type Vocabulary = 'plain' | 'field';

export const verdictTone: Record<Verdict, Tone> = {
  met: 'ok',
  tighten: 'warn',
  missing: 'bad',
  conflict: 'bad',
  infeasible: 'bad',
};

const WORDS: Record<Vocabulary, Record<Verdict, string>> = {
  plain: {
    met: 'covered',
    tighten: 'needs more',
    missing: 'nobody offers this yet',
    conflict: 'contradicts what others need',
    infeasible: 'cannot be kept today',
  },
  field: { met: 'met', tighten: 'tighten', missing: 'gap', conflict: 'conflict', infeasible: 'infeasible' },
};

/** The engine's verdict in the reader's words. */
export function describeVerdict(verdict: Verdict, vocabulary: Vocabulary): string {
  return WORDS[vocabulary][verdict];
}

const RANK: Record<Verdict, number> = { infeasible: 0, conflict: 1, missing: 2, tighten: 3, met: 4 };

/** The worst first. */
export function verdictRank(verdict: Verdict): number {
  return RANK[verdict];
}
