import { Fragment, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Crumb, type CrumbStep } from './crumb';

type Props = {
  /** The way here; the page itself is its title. */
  crumbs?: readonly CrumbStep[];
  title: ReactNode;
  /** Right after the title: a badge, a saved mark. */
  titleAside?: ReactNode;
  actions?: ReactNode;
  /** A second bar under the first: filters, tabs. */
  toolbar?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** A page in the shell: the 48 px bar with the way here and what can be done, then the main landmark. */
export function Page({ crumbs = [], title, titleAside, actions, toolbar, className, children }: Props) {
  return (
    <>
      <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-bg pr-3 pl-4">
        <nav aria-label="Breadcrumb" className={cn('min-w-0 shrink', crumbs.length === 0 && 'hidden')}>
          <ol className="flex items-center gap-2">
            {crumbs.map((step) => (
              <Fragment key={step.label}>
                <li className="min-w-0">
                  <Crumb step={step} />
                </li>
                <li aria-hidden="true" className="text-fg-3 text-sm">
                  /
                </li>
              </Fragment>
            ))}
          </ol>
        </nav>
        <h1 className="min-w-0 truncate font-semibold text-base tracking-[-0.012em]">{title}</h1>
        {titleAside}
        <div className="ml-auto flex shrink-0 items-center gap-1.5 pl-2">{actions}</div>
      </header>
      {toolbar}
      <main id="content" tabIndex={-1} className={cn('min-h-0 flex-1 overflow-y-auto outline-none', className)}>
        {children}
      </main>
    </>
  );
}
