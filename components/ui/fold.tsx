import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

type Props = { summary: ReactNode; className?: string; children: ReactNode };

/** Small print that is opened where it stands. */
export function Fold({ summary, className, children }: Props) {
  return (
    <details className={cn('group/fold text-xs', className)}>
      <summary className="flex cursor-default list-none items-start gap-1 rounded-xs text-fg-2 hover:text-fg [&::-webkit-details-marker]:hidden">
        <ChevronRight
          className="mt-[2px] size-3 shrink-0 transition-transform duration-120 group-open/fold:rotate-90"
          strokeWidth={2}
          aria-hidden="true"
        />
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  );
}
