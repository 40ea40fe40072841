'use client';

import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import { cn } from '@/components/ui/cn';
import type { Cause } from '@/lib/engine/plan';
import { AlignmentIcon } from './alignment-icon';
import { describeCause } from './describe-cause';
import { describeTarget } from './describe-target';
import { productsOnPath, readPathStep } from './path-step';
import { useProductNames } from './use-product-names';

type Props = {
  cause: Cause;
  /** On one line: products only, and not the consumer, whom the reader knows. */
  isCompact?: boolean;
};

/** On one line more of them are icons without a name. */
const STEPS_MAX = 4;

/** From whoever needs it, product by product, to what is asked here: each arrow reads "needs". */
export function CauseChain({ cause, isCompact = false }: Props) {
  const nameOf = useProductNames();
  const vocabulary = useVocabulary();
  const steps = isCompact
    ? productsOnPath(cause.path).filter((step) => step.product !== cause.consumer)
    : cause.path.map(readPathStep);
  const skipped = isCompact && steps.length > STEPS_MAX ? steps.length - 2 : 0;
  const shown = skipped > 0 ? steps.filter((_, at) => at === 0 || at === steps.length - 1) : steps;
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1 text-xs', !isCompact && 'flex-wrap gap-y-1')}>
      {isCompact && (
        <span className="shrink-0 truncate font-medium text-fg">{describeCause(cause, vocabulary).short}</span>
      )}
      {shown.map((step, index) => {
        const { name, alignment } = nameOf(step.product);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path may pass one product twice and never changes
          <Fragment key={index}>
            {index > 0 && skipped > 0 && (
              <>
                <Arrow />
                <span className="shrink-0 text-fg-3">{skipped} between</span>
              </>
            )}
            {(isCompact || index > 0) && <Arrow />}
            <span className="inline-flex min-w-0 items-center gap-1">
              {alignment && <AlignmentIcon alignment={alignment} className="size-3" />}
              <span className="truncate text-fg-2">{name}</span>
              {!isCompact && step.target && (
                <span className={cn('truncate text-fg', vocabulary === 'field' && 'font-mono text-2xs')}>
                  {describeTarget(step.target, vocabulary)}
                </span>
              )}
            </span>
          </Fragment>
        );
      })}
    </span>
  );
}

function Arrow() {
  return (
    <>
      <ArrowRight className="size-3 shrink-0 text-fg-3" aria-hidden="true" />
      <span className="sr-only">needs</span>
    </>
  );
}
