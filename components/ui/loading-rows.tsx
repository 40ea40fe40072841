import { cn } from './cn';
import { Skeleton } from './skeleton';

const WIDTHS = ['w-44', 'w-32', 'w-52', 'w-36', 'w-40', 'w-28'];

/** Rows on their way, with one sentence for screen readers instead of a dozen grey bars. */
export function LoadingRows({ label, rows = 6, className }: { label: string; rows?: number; className?: string }) {
  return (
    <div role="status" className={cn('flex flex-col', className)}>
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={WIDTHS[row % WIDTHS.length] + String(row)} className="flex h-11 items-center gap-3 px-3">
          <Skeleton className="size-5 rounded-md" />
          <Skeleton className={WIDTHS[row % WIDTHS.length]} />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  );
}
