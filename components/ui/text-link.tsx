import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { cn } from './cn';

type Props<To extends string> = Omit<ComponentProps<typeof Link>, 'href'> & { href: Route<To> };

export function TextLink<To extends string>({ href, className, ...rest }: Props<To>) {
  return (
    <Link
      href={href}
      className={cn(
        'rounded-xs text-accent-text underline decoration-accent/35 underline-offset-2 hover:decoration-accent',
        className,
      )}
      {...rest}
    />
  );
}
