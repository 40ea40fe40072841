'use client';

import { ChevronRight } from 'lucide-react';
import { CauseChain } from '@/components/catalog/cause-chain';
import { CauseOrigin } from '@/components/catalog/cause-origin';
import { cn } from '@/components/ui/cn';
import type { RequirementLine } from '@/lib/api/requirement-line';

type Props = { line: RequirementLine; isOpen: boolean; onToggle: () => void };

const SHOWN_MAX = 12;

/** The way from whoever needs it, one line while closed; every way, with each field on it, once opened. */
export function LineWhy({ line, isOpen, onToggle }: Props) {
  const [first, ...others] = line.because;
  if (!first) return null;
  return (
    <div className="mt-1">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="-mx-1 flex max-w-full items-center gap-1 rounded-sm px-1 text-left text-fg-2 text-xs transition-colors duration-120 hover:bg-hover hover:text-fg"
      >
        <ChevronRight
          className={cn('size-3 shrink-0 text-fg-3 transition-transform duration-120', isOpen && 'rotate-90')}
          aria-hidden="true"
        />
        <span className="sr-only">Why: </span>
        {isOpen ? (
          <span>Why</span>
        ) : (
          <>
            <CauseChain cause={first} isCompact />
            {others.length > 0 && <span className="shrink-0 text-fg-3">and {others.length} more</span>}
          </>
        )}
      </button>
      {isOpen && (
        <ul className="mt-1 space-y-2 border-l-2 pl-3">
          {line.because.slice(0, SHOWN_MAX).map((cause) => (
            <li key={[cause.consumer, cause.metric, cause.expectation, cause.policy, ...cause.path].join(' ')}>
              <CauseOrigin cause={cause} />
              <CauseChain cause={cause} />
            </li>
          ))}
          {line.because.length > SHOWN_MAX && (
            <li className="text-fg-2 text-xs">and {line.because.length - SHOWN_MAX} more of the same kind</li>
          )}
        </ul>
      )}
    </div>
  );
}
