'use client';

import { Check, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Keys } from '@/components/ui/keys';
import type { AskReview } from './use-ask-review';

/** Stays at the foot of the ask: what the decision covers, and the two verbs. */
export function DecideBar({ review }: { review: AskReview }) {
  const { open, selected, deciding } = review;
  const some = selected.length > 0 && selected.length < open.length;
  const amount = some ? `${selected.length}` : open.length === 1 ? '' : `all ${open.length}`;
  return (
    <div className="sticky bottom-0 border-t bg-bg">
      <div className="mx-auto flex max-w-[880px] items-center gap-2 px-6 py-3 xl:px-8">
        <p className="min-w-0 flex-1 truncate text-fg-2 text-sm" aria-live="polite">
          {selected.length === 0
            ? `${open.length} ${open.length === 1 ? 'line waits' : 'lines wait'} for you`
            : `${selected.length} of ${open.length} selected`}
          {open.length > 1 && (
            <Button
              variant="ghost"
              size="sm"
              className="ml-1"
              onClick={selected.length > 0 ? review.clear : review.selectAll}
            >
              {selected.length > 0 ? 'Clear' : 'Select all'}
            </Button>
          )}
        </p>
        <Button
          icon={X}
          size="lg"
          onClick={review.openDecline}
          busy={deciding?.action === 'decline'}
          disabled={deciding?.action === 'accept'}
        >
          Decline {amount}
          <Keys keys="d" className="ml-1" />
        </Button>
        <Button
          icon={Check}
          size="lg"
          variant="primary"
          onClick={review.accept}
          busy={deciding?.action === 'accept'}
          disabled={deciding?.action === 'decline'}
        >
          Accept {amount}
          <Keys keys="a" className="ml-1" />
        </Button>
      </div>
    </div>
  );
}
