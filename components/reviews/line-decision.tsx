'use client';

import { useFormat } from '@/components/shell/use-format';
import type { AskPageLine } from '@/lib/api/asks';
import type { RequirementState } from '@/lib/reviews/state';

const VERB: Partial<Record<RequirementState, string>> = {
  accepted: 'Accepted',
  agreed: 'Agreed to',
  implemented: 'Built',
  verified: 'Seen to hold',
  declined: 'Declined',
  proposed: 'Asked again',
  'needs-information': 'Asked',
  deferred: 'Put off',
  withdrawn: 'Withdrawn',
};

/** Who decided this line and when; nothing while it waits, or where what was offered and agreed to says it. */
export function LineDecision({ line }: { line: AskPageLine }) {
  const format = useFormat();
  const { decided, state } = line;
  if (!decided || state === 'countered' || (state === 'agreed' && line.counter)) return null;
  const verb = VERB[state] ?? 'Decided';
  return (
    <p className="mt-0.5 text-fg-2 text-xs">
      {verb} by <span className="font-medium text-fg">{decided.by.name}</span>
      {' · '}
      <time dateTime={decided.at}>{format.moment(decided.at)}</time>
      {decided.reason && <q className="mt-1 block text-fg">{decided.reason}</q>}
    </p>
  );
}
