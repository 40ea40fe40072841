'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormat } from '@/components/shell/use-format';
import { ProblemState } from '@/components/ui/problem-state';
import { Skeleton } from '@/components/ui/skeleton';
import { productQuery } from '@/lib/client/products';
import { InspectorSection } from './inspector-section';
import { ModelNeeds } from './model-needs';
import { SayDecision } from './say-decision';

/** With nothing selected the inspector is about the whole: what it is for and what it needs. */
export function ModelInspector({ productKey }: { productKey: string }) {
  return (
    <>
      <UseCase productKey={productKey} />
      <ModelNeeds />
    </>
  );
}

function UseCase({ productKey }: { productKey: string }) {
  const { data, error, isPending, isFetching, refetch } = useQuery(productQuery(productKey));
  const format = useFormat();
  if (isPending)
    return (
      <div className="space-y-2 px-4 py-4">
        <Skeleton className="h-3 w-24" />
        <Skeleton className="h-5 w-4/5" />
        <Skeleton className="h-3 w-2/3" />
      </div>
    );
  if (error)
    return (
      <ProblemState
        title="The use case could not be read"
        detail={error.message}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      />
    );
  const { useCase } = data;
  if (!useCase)
    return (
      <header className="px-4 pt-3.5 pb-3">
        <p className="text-fg-3 text-xs">Model</p>
        <h2 className="font-semibold text-xl tracking-[-0.02em]">{data.name}</h2>
        {data.description && <p className="mt-1 text-fg-2 text-sm">{data.description}</p>}
        <SayDecision productKey={productKey} audience="" />
      </header>
    );
  return (
    <>
      <header className="px-4 pt-3.5 pb-3">
        <p className="text-fg-3 text-xs">The decision</p>
        <h2 className="font-semibold text-xl tracking-[-0.02em]">{useCase.decision ?? data.name}</h2>
        {!useCase.decision && <SayDecision productKey={productKey} audience={(useCase.audience ?? []).join(', ')} />}
        {useCase.neededBy && (
          <p className="mt-1 text-fg-2 text-xs">Needed by {format.calendarDate(useCase.neededBy)}</p>
        )}
      </header>
      {useCase.questions && useCase.questions.length > 0 && (
        <InspectorSection title="Questions it answers">
          <ul className="list-disc space-y-1 pl-4 text-sm marker:text-fg-3">
            {useCase.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </InspectorSection>
      )}
    </>
  );
}
