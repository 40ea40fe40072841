'use client';

import type { LucideIcon } from 'lucide-react';
import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type Tab<Value extends string> = { value: Value; label: string; icon?: LucideIcon; count?: number };

type Props<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  tabs: readonly Tab<Value>[];
  /** At the right end of the tab row. */
  aside?: ReactNode;
  listClassName?: string | undefined;
  className?: string | undefined;
  /** TabPanels, one per tab. */
  children: ReactNode;
};

/** A pressed tab is focused by script, which browsers take for the keyboard: the mouse gets no ring all the same. */
export function Tabs<Value extends string>(props: Props<Value>) {
  const { label, value, onChange, tabs, aside, listClassName, className, children } = props;
  const choose = (chosen: string) => {
    const tab = tabs.find((candidate) => candidate.value === chosen);
    if (tab) onChange(tab.value);
  };
  return (
    <Radix.Root value={value} onValueChange={choose} className={cn('flex min-h-0 flex-col', className)}>
      <div className={cn('flex h-10 shrink-0 items-center gap-1 border-b bg-bg px-3', listClassName)}>
        <Radix.List aria-label={label} className="flex items-center gap-1">
          {tabs.map(({ value: tabValue, label: tabLabel, icon: Icon, count }) => (
            <Radix.Trigger
              key={tabValue}
              value={tabValue}
              onMouseDown={({ currentTarget }) => currentTarget.setAttribute('data-pressed', '')}
              onKeyDown={({ currentTarget }) => currentTarget.removeAttribute('data-pressed')}
              onBlur={({ currentTarget }) => currentTarget.removeAttribute('data-pressed')}
              className="inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-md px-2 text-fg-2 text-sm transition-colors duration-120 hover:bg-hover hover:text-fg data-[state=active]:bg-active data-[state=active]:font-medium data-[state=active]:text-fg data-pressed:outline-none"
            >
              {Icon && <Icon className="size-3.5 shrink-0" strokeWidth={1.75} aria-hidden="true" />}
              {tabLabel}
              {count !== undefined && <span className="text-fg-2 text-xs tabular-nums">{count}</span>}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside && <div className="ml-auto flex items-center gap-2">{aside}</div>}
      </div>
      {children}
    </Radix.Root>
  );
}
