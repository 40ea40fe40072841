import type { LucideIcon } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonStyle, buttonStyle } from './button-style';
import { cn } from './cn';

type Props<To extends string> = Omit<ComponentProps<typeof Link>, 'href'> &
  ButtonStyle & { href: Route<To>; icon?: LucideIcon | undefined };

/** Goes somewhere, so it is a link; only its looks are a button's. */
export function ButtonLink<To extends string>({
  href,
  variant,
  size,
  icon: Icon,
  className,
  children,
  ...rest
}: Props<To>) {
  return (
    <Link href={href} className={cn(buttonStyle({ variant, size }), className)} {...rest}>
      {Icon && <Icon className="size-3.5 shrink-0" strokeWidth={1.9} aria-hidden="true" />}
      {children}
    </Link>
  );
}
