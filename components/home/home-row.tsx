import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

type Props<To extends string> = {
  href: Route<To>;
  start?: ReactNode;
  title: ReactNode;
  /** Right of the title: a badge, a day. */
  end?: ReactNode;
  children?: ReactNode;
};

/** One thing of a list at home; the whole row leads to it. */
export function HomeRow<To extends string>({ href, start, title, end, children }: Props<To>) {
  return (
    <li className="relative flex gap-2.5 border-t px-4 py-2.5 transition-colors duration-120 hover:bg-hover">
      {start && <span className="mt-[3px] shrink-0">{start}</span>}
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <Link
            href={href}
            className="min-w-0 flex-1 truncate font-medium text-base outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {title}
          </Link>
          {end}
        </p>
        {children && <div className="text-pretty text-fg-2 text-sm">{children}</div>}
      </div>
    </li>
  );
}
