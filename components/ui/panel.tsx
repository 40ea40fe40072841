'use client';

import { type ReactNode, useId } from 'react';
import { cn } from './cn';

type Props = {
  title: ReactNode;
  /** Quiet, beside the title: a count. */
  note?: ReactNode;
  actions?: ReactNode;
  /** For a body of rows that run to the edges. */
  isBare?: boolean;
  className?: string | undefined;
  children: ReactNode;
};

/** A titled card: the unit in which a page loads, fails and is read. */
export function Panel({ title, note, actions, isBare = false, className, children }: Props) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={cn('rounded-lg border bg-surface shadow-card', className)}>
      <header className="flex min-h-10 items-center gap-2 px-4 pt-2 pb-1">
        <h2 id={heading} className="font-semibold text-sm tracking-[-0.006em]">
          {title}
        </h2>
        {note !== undefined && <span className="text-fg-3 text-xs tabular-nums">{note}</span>}
        {actions && <div className="ml-auto flex items-center gap-1">{actions}</div>}
      </header>
      <div className={isBare ? 'pb-1' : 'px-4 pb-4'}>{children}</div>
    </section>
  );
}
