'use client';

import type { LucideIcon } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import type { KeyboardEvent } from 'react';
import { cn } from './cn';

type Segment<Value extends string> = { value: Value; label: string; icon?: LucideIcon; count?: number };

type Props<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly Segment<Value>[];
  /** Shows icons only; the labels stay as accessible names. */
  isCompact?: boolean;
  className?: string | undefined;
};

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

/** One of a few, all in sight. Arrow keys choose as they move, as radio buttons do, and one is always chosen. */
export function Segmented<Value extends string>({
  label,
  value,
  onChange,
  options,
  isCompact,
  className,
}: Props<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  const chooseNeighbour = (at: number, { key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) => {
    const step = altKey || ctrlKey || metaKey || shiftKey ? undefined : STEPS.get(key);
    const next = step === undefined ? undefined : options[(at + step + options.length) % options.length];
    if (next) onChange(next.value);
  };
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={choose}
      className={cn('inline-flex h-7 items-center gap-px rounded-md bg-active p-0.5', className)}
    >
      {options.map(({ value: optionValue, label: optionLabel, icon: Icon, count }, at) => (
        <ToggleGroup.Item
          key={optionValue}
          value={optionValue}
          aria-label={isCompact ? optionLabel : undefined}
          onKeyDown={(event) => chooseNeighbour(at, event)}
          className="inline-flex h-6 min-w-0 items-center gap-1.5 whitespace-nowrap rounded-sm px-2 text-fg-2 text-sm transition-colors duration-120 hover:text-fg data-[state=on]:bg-surface data-[state=on]:font-medium data-[state=on]:text-fg data-[state=on]:shadow-card"
        >
          {Icon && <Icon className="size-3.5 shrink-0" strokeWidth={1.75} aria-hidden="true" />}
          {!isCompact && optionLabel}
          {count !== undefined && <span className="text-fg-2 text-xs tabular-nums">{count}</span>}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
