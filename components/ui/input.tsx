'use client';

import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { controlStyle } from './control-style';
import { useFieldLink } from './field-context';

type Props = ComponentProps<'input'> & {
  icon?: LucideIcon | undefined;
  /** Inside the frame at its end: a unit, a clear button, keys. */
  end?: ReactNode;
};

export function Input({ icon: Icon, end, className, ...rest }: Props) {
  const link = useFieldLink();
  const input = (
    <input
      type="text"
      autoComplete="off"
      {...link}
      className={cn(controlStyle, 'h-7 px-2', Icon && 'pl-7', end && 'pr-9', className)}
      {...rest}
    />
  );
  if (!Icon && !end) return input;
  return (
    <span className="relative flex w-full items-center">
      {Icon && <Icon className="pointer-events-none absolute left-2 size-3.5 text-fg-3" aria-hidden="true" />}
      {input}
      {end && <span className="absolute right-1.5 flex items-center text-fg-3 text-xs">{end}</span>}
    </span>
  );
}
