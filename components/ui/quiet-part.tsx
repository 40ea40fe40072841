'use client';

import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { type ReactNode, useState } from 'react';

type Props = { title: string; count: number; isOpenFirst?: boolean; children: ReactNode };

/** What is there to be looked up, not to be acted on: one line until somebody opens it. */
export function QuietPart({ title, count, isOpenFirst = false, children }: Props) {
  const [isOpen, setIsOpen] = useState(isOpenFirst);
  return (
    <Collapsible.Root open={isOpen} onOpenChange={setIsOpen} className="border-t first:border-t-0">
      <Collapsible.Trigger className="group flex h-9 w-full items-center gap-1.5 px-3 text-fg-2 text-sm transition-colors duration-120 hover:bg-hover">
        <ChevronRight
          className="size-3.5 text-fg-3 transition-transform duration-120 group-data-[state=open]:rotate-90"
          aria-hidden="true"
        />
        {title}
        <span className="text-fg-3 tabular-nums">{count}</span>
      </Collapsible.Trigger>
      <Collapsible.Content>{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
