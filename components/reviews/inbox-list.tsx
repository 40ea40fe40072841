'use client';

import { CircleCheck } from 'lucide-react';
import { QuietPart } from '@/components/ui/quiet-part';
import { InboxGroups } from './inbox-groups';
import type { SortedInbox } from './sort-inbox';

type Props = { sorted: SortedInbox; chosen: string | null; onChoose: (key: string) => void };

const count = (groups: SortedInbox['open']) => groups.reduce((sum, group) => sum + group.asks.length, 0);

export function InboxList({ sorted, chosen, onChoose }: Props) {
  const { open, decided, covered } = sorted;
  const holds = (groups: SortedInbox['open']) => groups.some((group) => group.asks.some((ask) => ask.key === chosen));
  return (
    <>
      {open.length === 0 ? (
        <p className="flex items-center gap-2 px-4 py-3 text-fg-2 text-sm">
          <CircleCheck className="size-[15px] text-ok" strokeWidth={1.75} aria-hidden="true" />
          Nothing waits for you.
        </p>
      ) : (
        <InboxGroups part="to decide" groups={open} chosen={chosen} onChoose={onChoose} />
      )}
      {decided.length > 0 && (
        <QuietPart title="Decided" count={count(decided)} isOpenFirst={holds(decided)}>
          <InboxGroups part="decided" groups={decided} chosen={chosen} onChoose={onChoose} isQuiet />
        </QuietPart>
      )}
      {covered.length > 0 && (
        <QuietPart title="Covered, nothing to decide" count={count(covered)} isOpenFirst={holds(covered)}>
          <InboxGroups part="covered" groups={covered} chosen={chosen} onChoose={onChoose} isQuiet />
        </QuietPart>
      )}
    </>
  );
}
