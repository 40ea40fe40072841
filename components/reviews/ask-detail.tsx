'use client';

import { useQuery } from '@tanstack/react-query';
import { Banner } from '@/components/ui/banner';
import { ProblemState } from '@/components/ui/problem-state';
import { askQuery } from '@/lib/client/asks';
import { AskComments } from './ask-comments';
import { AskHeader } from './ask-header';
import { AskLines } from './ask-lines';
import { AskLoading } from './ask-loading';
import { DecideBar } from './decide-bar';
import { DecisionList } from './decision-list';
import { TellDialog } from './tell-dialog';
import { useAskReview } from './use-ask-review';

type Props = { askKey: string; onNext: () => void };

/** One ask: what, for whom, why, what is offered, and the decision. Mount it with the ask's key. */
export function AskDetail({ askKey, onNext }: Props) {
  const ask = useQuery(askQuery(askKey));
  const review = useAskReview(askKey, ask.data);

  if (ask.isPending) return <AskLoading />;
  if (ask.isError) {
    return (
      <ProblemState
        size="page"
        title="This ask could not be read"
        detail={ask.error.message}
        onRetry={() => void ask.refetch()}
        isRetrying={ask.isFetching}
      />
    );
  }
  const { canDecide, whyNot, state } = ask.data;
  return (
    <article className="flex min-h-full flex-col">
      <div className="mx-auto w-full max-w-[880px] flex-1 px-6 pt-6 pb-8 xl:px-8">
        <AskHeader ask={ask.data} />
        {review.problem && review.telling === null && (
          <Banner tone="bad" className="mt-4">
            {review.problem}
          </Banner>
        )}
        {!canDecide && whyNot && state === 'open' && review.open.length === 0 && (
          <Banner tone="neutral" className="mt-4">
            {whyNot}
          </Banner>
        )}
        <DecisionList ask={ask.data} onNext={onNext} />
        <AskLines ask={ask.data} review={review} />
        <AskComments askKey={askKey} />
      </div>
      {review.open.length > 0 && <DecideBar review={review} />}
      {review.telling && (
        <TellDialog
          key={review.telling.action}
          ask={ask.data}
          askKey={askKey}
          asker={ask.data.askedBy?.name ?? ask.data.consumer.name}
          telling={review.telling}
          problem={review.problem}
          isBusy={review.deciding !== null}
          onSend={(told) => review.telling && review.send(told, review.telling.lines)}
          onClose={review.stopTelling}
        />
      )}
    </article>
  );
}
