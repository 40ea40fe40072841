import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { cn } from './cn';

type Props = Omit<ComponentProps<typeof Link>, 'href'> & { href: Route };

export function TextLink({ className, ...rest }: Props) {
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
