import type { ReactNode } from 'react';
import { cn } from './cn';

export type DataItem = { term: string; value: ReactNode };

/** Facts about one thing, name left and value right. */
export function DataList({ items, className }: { items: readonly DataItem[]; className?: string | undefined }) {
  return (
    <dl className={cn('grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm', className)}>
      {items.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="text-fg-3">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
