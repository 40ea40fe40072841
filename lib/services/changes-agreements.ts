import { fingerprint } from '@/lib/base/fingerprint';
import { agreementOf } from '@/lib/reviews/agreement-of';
import type { KeptStep } from './keep-step';

/** Plans are made with what was agreed, so where this is true the workspace has another revision. */
export function changesAgreements(kept: readonly KeptStep[]): boolean {
  return kept.some(({ before, after }) => {
    const was = before && agreementOf(before);
    return fingerprint({ is: was }) !== fingerprint({ is: agreementOf(after) });
  });
}
