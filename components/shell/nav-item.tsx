'use client';

import type { LucideIcon } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { NavTip } from './nav-tip';

type Props<To extends string> = {
  href: Route<To>;
  label: string;
  icon?: LucideIcon;
  /** In place of an icon. */
  start?: ReactNode;
  count?: number | undefined;
  /** What is counted, for screen readers: `open asks`. */
  countWords?: string;
  /** What is counted is new since somebody last looked. */
  isNews?: boolean;
  keys?: string;
  /** Addresses below this one that have an item of their own. */
  except?: readonly string[];
  /** Leads to a place that has an item of its own. */
  isPlace?: boolean;
};

/** A badge beside an icon has no room for more. */
const BADGE_MAX = 99;

export function NavItem<To extends string>(props: Props<To>) {
  const {
    href,
    label,
    icon: Icon,
    start,
    count = 0,
    countWords,
    isNews = false,
    keys,
    except = [],
    isPlace = true,
  } = props;
  const path = usePathname();
  const isHere = isPlace && (path === `${href}` || path.startsWith(`${href}/`)) && !except.includes(path);
  return (
    <li>
      <NavTip label={label} keys={keys}>
        <Link
          href={href}
          aria-current={isHere ? 'page' : undefined}
          className={cn(
            'relative flex h-[30px] items-center gap-2.5 rounded-md px-2 text-sm transition-colors duration-120 narrow:justify-center narrow:px-0',
            isHere ? 'bg-active font-medium text-fg' : 'text-fg-2 hover:bg-hover hover:text-fg',
          )}
        >
          {start}
          {Icon && (
            <Icon
              className={cn('size-[15px] shrink-0', !isHere && 'text-fg-3')}
              strokeWidth={1.75}
              aria-hidden="true"
            />
          )}
          <span className="truncate narrow:sr-only">{label}</span>
          {count > 0 && (
            <span
              className={cn(
                'ml-auto text-xs tabular-nums narrow:absolute narrow:-top-1 narrow:-right-1 narrow:rounded-full narrow:bg-accent narrow:px-1 narrow:font-medium narrow:text-2xs narrow:text-on-accent',
                isNews ? 'rounded-full bg-accent px-1.5 font-medium text-on-accent' : 'text-fg-2',
              )}
            >
              <span className="narrow:hidden">{count}</span>
              <span aria-hidden="true" className="hidden narrow:inline">
                {count > BADGE_MAX ? `${BADGE_MAX}+` : count}
              </span>
              <span className="sr-only"> {countWords}</span>
            </span>
          )}
        </Link>
      </NavTip>
    </li>
  );
}
