import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

type Props = {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  /** Real starts, most likely first. */
  actions?: ReactNode;
  size?: 'panel' | 'page';
  className?: string | undefined;
};

export function EmptyState({ icon: Icon, title, children, actions, size = 'page', className }: Props) {
  return (
    <div
      className={cn(
        'mx-auto flex max-w-sm flex-col items-center justify-center text-center',
        size === 'page' ? 'h-full px-6 py-16' : 'px-4 py-8',
        className,
      )}
    >
      {Icon && (
        <span className="mb-3 grid size-10 place-items-center rounded-lg border bg-surface text-fg-3 shadow-card">
          <Icon className="size-5" strokeWidth={1.6} aria-hidden="true" />
        </span>
      )}
      <p className="font-semibold text-base tracking-[-0.012em]">{title}</p>
      {children && <div className="mt-1 text-balance text-fg-2 text-sm">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
