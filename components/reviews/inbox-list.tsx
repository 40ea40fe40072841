'use client';

import { CircleCheck } from 'lucide-react';
import { QuietPart } from '@/components/ui/quiet-part';
import type { Mention } from '@/lib/api/comments';
import { InboxGroups } from './inbox-groups';
import { InboxParts } from './inbox-parts';
import { MentionList } from './mention-list';
import type { SortedInbox } from './sort-inbox';
import type { AskMarks } from './use-ask-marks';

type Props = {
  sorted: SortedInbox & { mentions: readonly Mention[] };
  chosen: string | null;
  marks: AskMarks;
  onChoose: (key: string) => void;
};

const count = (groups: SortedInbox['open']) => groups.reduce((sum, group) => sum + group.asks.length, 0);

export function InboxList({ sorted, chosen, marks, onChoose }: Props) {
  const { open, waiting, decided, covered, answers, delegated, mentions } = sorted;
  const isDone = open.length + answers.length + delegated.length + mentions.length === 0;
  const holds = (groups: SortedInbox['open']) => groups.some((group) => group.asks.some((ask) => ask.key === chosen));
  return (
    <>
      <MentionList mentions={mentions} />
      <InboxParts
        parts={[
          { key: 'answers', title: 'Waits for your answer', asks: answers },
          { key: 'delegated', title: 'Handed to you', asks: delegated },
        ]}
        {...{ chosen, marks, onChoose }}
      />
      {isDone ? (
        <p className="flex items-center gap-2 px-4 py-3 text-fg-2 text-sm">
          <CircleCheck className="size-[15px] text-ok" strokeWidth={1.75} aria-hidden="true" />
          Nothing waits for you.
        </p>
      ) : (
        <InboxGroups part="to decide" groups={open} chosen={chosen} marks={marks} onChoose={onChoose} />
      )}
      {waiting.length > 0 && (
        <QuietPart title="Waits for others, or for a day" count={count(waiting)} isOpenFirst={holds(waiting)}>
          <InboxGroups part="waiting" groups={waiting} chosen={chosen} marks={marks} onChoose={onChoose} isQuiet />
        </QuietPart>
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
