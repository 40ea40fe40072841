import type { Coverage } from '@/lib/api/preview';
import type { Verdict } from '@/lib/engine/plan';

/** The engine's verdicts in the words of the person who asks. */
export const VERDICT_WORDS: Record<Verdict, string> = {
  met: 'covered by what is promised',
  tighten: 'needs more than is promised today',
  missing: 'nobody offers this yet',
  conflict: 'does not fit with what is there',
  infeasible: 'cannot be met as things are built today',
};

/** The mark a verdict wears; what cannot be met at all looks as loud as what nobody offers. */
export const VERDICT_MARK: Record<Verdict, Coverage> = {
  met: 'met',
  tighten: 'needs-more',
  missing: 'nobody',
  conflict: 'nobody',
  infeasible: 'nobody',
};
