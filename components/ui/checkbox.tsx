'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { cn } from './cn';

type Props = {
  /** The accessible name; shown too unless children take its place. */
  label: string;
  checked: boolean | 'some';
  onChange: (checked: boolean) => void;
  isLabelHidden?: boolean;
  isDisabled?: boolean;
  className?: string | undefined;
  children?: ReactNode;
};

export function Checkbox({ label, checked, onChange, isLabelHidden, isDisabled = false, className, children }: Props) {
  const id = useId();
  return (
    <span className={cn('inline-flex items-center gap-2', className)}>
      <Radix.Root
        id={id}
        aria-label={isLabelHidden || children ? label : undefined}
        checked={checked === 'some' ? 'indeterminate' : checked}
        onCheckedChange={(next) => onChange(next === true)}
        disabled={isDisabled}
        className="grid size-3.5 shrink-0 place-items-center rounded-xs border border-fg-3 bg-surface text-on-accent transition-colors duration-120 disabled:opacity-50 data-[state=checked]:border-accent data-[state=indeterminate]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent"
      >
        <Radix.Indicator>
          {checked === 'some' ? (
            <Minus className="size-2.5" strokeWidth={3.5} aria-hidden="true" />
          ) : (
            <Check className="size-2.5" strokeWidth={3.5} aria-hidden="true" />
          )}
        </Radix.Indicator>
      </Radix.Root>
      {!isLabelHidden && (
        <label htmlFor={id} className="text-sm">
          {children ?? label}
        </label>
      )}
    </span>
  );
}
