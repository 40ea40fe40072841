import type { ReactNode } from 'react';
import { cn } from './cn';

type Props = {
  /** The list on the left; it scrolls by itself. */
  list: ReactNode;
  listLabel: string;
  className?: string | undefined;
  children: ReactNode;
};

/** Master and detail: a list that stays while what is chosen in it changes. */
export function Split({ list, listLabel, className, children }: Props) {
  return (
    <div className={cn('flex h-full min-h-0', className)}>
      <section
        aria-label={listLabel}
        className="flex w-[340px] shrink-0 flex-col overflow-y-auto border-r bg-bg xl:w-[380px]"
      >
        {list}
      </section>
      <div className="min-w-0 flex-1 overflow-y-auto bg-canvas">{children}</div>
    </div>
  );
}
