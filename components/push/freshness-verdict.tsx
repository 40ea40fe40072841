'use client';

import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { Strip } from '@/lib/api/preview';
import { describeMinutes } from '@/lib/base/duration';
import { usePreview } from './preview-context';

type Freshness = Strip['freshness'];

/**
 * Whether the data can be as fresh as it is needed. When it cannot: the sentence, the products on the way, and what
 * would put it right, to be tried without asking anyone.
 */
export function FreshnessVerdict({ freshness, isOpen }: { freshness: Freshness; isOpen: boolean }) {
  if (freshness.maxMinutes === null)
    return (
      <p className="flex items-start gap-2 text-fg-2 text-xs">
        <Clock className="mt-px size-3.5 shrink-0 text-fg-3" strokeWidth={1.85} aria-hidden="true" />
        You have not said how fresh it must be.
      </p>
    );
  if (freshness.feasible)
    return (
      <p className="flex items-start gap-2 text-sm">
        <CircleCheck className="mt-[2px] size-3.5 shrink-0 text-ok" strokeWidth={1.85} aria-hidden="true" />
        <span>{freshness.words}</span>
      </p>
    );
  return (
    <div role="alert" className="tint tint-ring rounded-md px-3 py-2 text-bad">
      <p className="flex items-start gap-2 font-medium text-sm">
        <TriangleAlert className="mt-[2px] size-3.5 shrink-0" strokeWidth={2} aria-hidden="true" />
        <span>{freshness.words}</span>
      </p>
      {freshness.conflicts.map((conflict) => (
        <Conflict
          key={conflict.at}
          conflict={conflict}
          isOpen={isOpen}
          isOnly={freshness.conflicts.length === 1}
          words={freshness.words}
        />
      ))}
    </div>
  );
}

type ConflictProps = { conflict: Freshness['conflicts'][number]; isOpen: boolean; isOnly: boolean; words: string };

function Conflict({ conflict, isOpen, isOnly, words }: ConflictProps) {
  const { setWhatIf, isComputing } = usePreview();
  const [best] = conflict.repairs;
  return (
    <div className="mt-1.5 pl-[22px]">
      {(isOpen || !isOnly) && conflict.words !== words && <p className="text-fg text-xs">{conflict.words}</p>}
      {conflict.repairs.length === 0 && (
        <p className="mt-1 text-fg-2 text-xs">No change of schedules was found that would do.</p>
      )}
      {conflict.repairs.map((repair) => (
        <div key={repair.words} className={cn('mt-1.5 flex items-start gap-2', repair !== best && !isOpen && 'hidden')}>
          <p className="min-w-0 flex-1 text-fg text-xs">{repair.words}</p>
          <Button
            size="sm"
            busy={isComputing}
            onClick={() => setWhatIf({ words: repair.words, schedules: repair.change.schedules })}
            title={effectWords(repair.effect.freshness)}
          >
            Try it
          </Button>
        </div>
      ))}
    </div>
  );
}

function effectWords(freshness: Readonly<Record<string, number>>): string {
  const left = Object.entries(freshness).map(([product, minutes]) => `${product}: ${describeMinutes(minutes)}`);
  return left.length === 0 ? 'Only looks: nobody is asked' : `Leaves ${left.join(', ')}. Only looks: nobody is asked`;
}
