'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';

type Props = {
  value: string;
  /** Keeps the panel in the page while another is shown, for a canvas that must not lose its place. */
  isKept?: boolean;
  className?: string | undefined;
  children: ReactNode;
};

export function TabPanel({ value, isKept, className, children }: Props) {
  return (
    <Radix.Content
      value={value}
      {...(isKept ? { forceMount: true } : {})}
      className={cn('min-h-0 flex-1 outline-none data-[state=inactive]:hidden', className)}
    >
      {children}
    </Radix.Content>
  );
}
