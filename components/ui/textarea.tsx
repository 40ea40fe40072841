'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlStyle } from './control-style';
import { useFieldLink } from './field-context';

/** Grows with what is written, up to its maximum height. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={3}
      {...useFieldLink()}
      className={cn(controlStyle, 'field-sizing-content max-h-64 min-h-16 resize-none px-2 py-1.5', className)}
      {...rest}
    />
  );
}
