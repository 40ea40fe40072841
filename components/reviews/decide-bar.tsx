'use client';

import { ChevronDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { Keys } from '@/components/ui/keys';
import type { AskAction } from '@/lib/reviews/ask-action';
import { askWords, labelOf } from './ask-words';
import type { AskReview } from './use-ask-review';

const YES: readonly AskAction[] = ['accept', 'agree', 'verify', 'implement'];
const NO: readonly AskAction[] = ['decline', 'answer'];

/** Stays at the foot of the ask: what the verb covers, a yes, a no, and everything in between. */
export function DecideBar({ review }: { review: AskReview }) {
  const { open, selected, deciding, actions, concerned } = review;
  // What cannot be kept has no yes; then an offer is the way forward.
  const yes = actions.find((action) => YES.includes(action)) ?? actions.find((action) => action === 'counter');
  const no = actions.find((action) => NO.includes(action));
  // Between a yes and a no stands an offer: it is no detail, so it is in sight too.
  const between = actions.find((action) => action === 'counter' && action !== yes);
  const rest = actions.filter((action) => action !== yes && action !== no && action !== between);
  const amountOf = (action: AskAction) => {
    const count = review.countOf(action);
    if (count === 1 && concerned.length === 1) return '';
    return count === open.length ? `all ${count}` : `${count}`;
  };
  const state = concerned[0]?.state ?? null;
  const verb = (action: AskAction, isPrimary: boolean) => (
    <Button
      icon={askWords[action].icon}
      size="lg"
      {...(isPrimary ? { variant: 'primary' as const } : {})}
      onClick={() => review.act(action)}
      busy={deciding?.action === action}
      disabled={deciding !== null && deciding.action !== action}
    >
      {action === 'counter' ? (
        <OfferWords amount={amountOf(action)} />
      ) : (
        `${labelOf(action, state)} ${amountOf(action)}`
      )}
      <Keys keys={askWords[action].keys} className="ml-1 hidden @min-[600px]:inline-flex" />
    </Button>
  );
  return (
    <div className="@container sticky bottom-0 border-t bg-bg">
      <div className="mx-auto flex max-w-[880px] flex-wrap items-center justify-end gap-2 px-6 py-3 xl:px-8">
        <p className="min-w-32 flex-1 truncate text-fg-2 text-sm" aria-live="polite">
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
        {rest.length > 0 && (
          <DropdownMenu
            side="top"
            align="end"
            trigger={
              <Button size="lg" variant="ghost" disabled={deciding !== null}>
                More
                <ChevronDown className="size-3.5" aria-hidden="true" />
              </Button>
            }
            entries={rest.map((action) => ({
              kind: 'item' as const,
              key: action,
              label: labelOf(action, state),
              icon: askWords[action].icon,
              keys: askWords[action].keys,
              onSelect: () => review.act(action),
            }))}
          />
        )}
        {between && verb(between, false)}
        {no && verb(no, yes === undefined && review.providing === null)}
        {yes && verb(yes, review.providing === null)}
      </div>
    </div>
  );
}

/** The whole name where there is room; its first word, and the whole name for whoever hears it, where there is not. */
function OfferWords({ amount }: { amount: string }) {
  return (
    <span>
      Offer
      <span className="sr-only @min-[760px]:not-sr-only"> something else{amount && ` for ${amount}`}</span>
    </span>
  );
}
