import type { Tone } from '@/components/ui/tone';
import { wordFor } from '@/lib/catalog/words';
import type { Verdict } from '@/lib/engine/plan';
import type { Vocabulary } from '@/lib/model/vocabulary';

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
    missing: wordFor('gap', 'plain'),
    conflict: 'contradicts what others need',
    infeasible: 'cannot be kept today',
  },
  field: {
    met: 'met',
    tighten: 'tighten',
    missing: wordFor('gap', 'field'),
    conflict: 'conflict',
    infeasible: 'infeasible',
  },
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
