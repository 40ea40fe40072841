'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Lightbulb } from 'lucide-react';
import { Said } from '@/components/shell/said';
import { Skeleton } from '@/components/ui/skeleton';
import { useDebounced } from '@/components/ui/use-debounced';
import type { AskPageLine } from '@/lib/api/asks';
import type { AskConsequence } from '@/lib/api/consequence';
import { consequenceQuery } from '@/lib/client/asks';
import type { RequirementValue } from '@/lib/engine/plan';

type Props = { askKey: string; lines: readonly AskPageLine[]; value: RequirementValue; date: string };

const SETTLE_MS = 350;

/** What the offer would do to everybody who needs it, while it is still being typed. */
export function CounterConsequence({ askKey, lines, value, date }: Props) {
  const settled = useDebounced(JSON.stringify([value, date]), SETTLE_MS);
  const isSettled = settled === JSON.stringify([value, date]);
  const question = { lines: lines.flatMap((line) => line.id ?? []), value, ...(date === '' ? {} : { date }) };
  const { data, error, isFetching } = useQuery({
    ...consequenceQuery(askKey, question),
    enabled: value !== null && isSettled,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
  });
  return (
    <section
      aria-label="What it would do"
      aria-live="polite"
      aria-busy={isFetching}
      className="min-h-24 rounded-md border bg-surface-2 px-3 py-2.5 text-sm"
    >
      <h3 className="font-medium text-fg-2 text-xs">What it would do</h3>
      {value === null ? (
        <p className="mt-1 text-fg-3">Say what you can offer, and read here what it would do to whom.</p>
      ) : error ? (
        <p className="mt-1 text-fg-2">{error.message}</p>
      ) : data ? (
        data.lines.map((line) => <Foreseen key={line.line} line={line} />)
      ) : (
        <Skeleton className="mt-2 h-4 w-80 max-w-full" />
      )}
    </section>
  );
}

function Foreseen({ line }: { line: AskConsequence['lines'][number] }) {
  return (
    <div className="mt-1">
      <p className="font-medium">
        <Said>{line.words}</Said>
      </p>
      <ul className="mt-1.5 space-y-1 text-xs">
        {line.consumers.flatMap(({ consumer, owner, needs }) =>
          needs.map((need) => (
            <li key={`${consumer.key} ${need.name}`} className="flex gap-1.5">
              {need.isBroken ? (
                <CircleAlert className="mt-0.5 size-3 shrink-0 text-bad" aria-label="Breaks" />
              ) : (
                <CircleCheck className="mt-0.5 size-3 shrink-0 text-ok" aria-label="Holds" />
              )}
              <span>
                <span className="font-medium">{consumer.name}</span>
                {owner && <span className="text-fg-2"> ({owner.name})</span>}: <Said>{need.words}</Said>
              </span>
            </li>
          )),
        )}
        {line.alternatives.map((alternative) => (
          <li key={`${alternative.kind} ${alternative.consumer.key}`} className="flex gap-1.5 text-fg-2">
            <Lightbulb className="mt-0.5 size-3 shrink-0 text-accent-text" aria-label="Instead" />
            <Said>{alternative.words}</Said>
          </li>
        ))}
      </ul>
    </div>
  );
}
