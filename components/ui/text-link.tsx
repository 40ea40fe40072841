import Link from 'next/link';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={cn(
        'rounded-xs text-accent-text underline decoration-accent/35 underline-offset-2 hover:decoration-accent',
        className,
      )}
      {...rest}
    />
  );
}
