import { LoadingRows } from './loading-rows';
import { Skeleton } from './skeleton';

type Props = {
  /** Said once for a page of them: the first has it, the others are silent. */
  label?: string;
  rows?: number;
};

/** A panel on its way, of the shape it will have, so that nothing moves when it comes. */
export function LoadingPanel({ label, rows = 3 }: Props) {
  return (
    <div aria-hidden={label === undefined || undefined} className="rounded-lg border bg-surface shadow-card">
      <div className="flex min-h-10 items-center px-4 pt-1">
        <Skeleton className="w-28" />
      </div>
      <LoadingRows label={label ?? ''} rows={rows} className="px-1 pb-1" />
    </div>
  );
}
