import { LoadingRows } from '@/components/ui/loading-rows';
import { Skeleton } from '@/components/ui/skeleton';

export function AskLoading() {
  return (
    <div className="mx-auto w-full max-w-[880px] px-6 pt-6 xl:px-8">
      <Skeleton className="w-40" />
      <Skeleton className="mt-3 h-5 w-96 max-w-full" />
      <Skeleton className="mt-3 w-64" />
      <div className="mt-6 rounded-lg border bg-surface">
        <LoadingRows label="Loading the ask" rows={5} />
      </div>
    </div>
  );
}
