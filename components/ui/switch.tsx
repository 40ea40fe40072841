'use client';

import { Switch as Radix } from 'radix-ui';
import { useId } from 'react';
import { cn } from './cn';

type Props = {
  label: string;
  hint?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isDisabled?: boolean;
  className?: string | undefined;
};

export function Switch({ label, hint, isOn, onChange, isDisabled = false, className }: Props) {
  const id = useId();
  return (
    <div className={cn('flex items-center justify-between gap-3', className)}>
      <label htmlFor={id} className="text-sm">
        {label}
        {hint && <span className="block text-fg-3 text-xs">{hint}</span>}
      </label>
      <Radix.Root
        id={id}
        checked={isOn}
        onCheckedChange={onChange}
        disabled={isDisabled}
        className="h-4 w-7 shrink-0 rounded-full bg-fg-3 p-0.5 transition-colors duration-120 disabled:opacity-50 data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="block size-3 rounded-full bg-surface transition-transform duration-120 data-[state=checked]:translate-x-3" />
      </Radix.Root>
    </div>
  );
}
