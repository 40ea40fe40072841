import { useId } from 'react';
import { Comments } from '@/components/comments/comments';

/** What both sides say to each other beside what they decide. */
export function AskComments({ askKey }: { askKey: string }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="mt-4 rounded-lg border bg-surface px-4 pt-3 pb-4 shadow-card">
      <h3 id={heading} className="mb-2 font-semibold text-sm tracking-[-0.006em]">
        Comments
      </h3>
      <Comments subject={`ask:${askKey}`} empty="Nobody has said anything beside the decisions." />
    </section>
  );
}
