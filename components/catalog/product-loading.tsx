import { LoadingPanel } from '@/components/ui/loading-panel';
import { Skeleton } from '@/components/ui/skeleton';

export function ProductLoading() {
  return (
    <div className="mx-auto max-w-[1180px] px-6 pt-6">
      <div className="flex gap-4">
        <Skeleton className="size-9 rounded-md" />
        <div>
          <Skeleton className="mt-1 h-5 w-56" />
          <Skeleton className="mt-3 w-72" />
        </div>
      </div>
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)_300px] gap-4 max-[860px]:grid-cols-1">
        <LoadingPanel label="Loading the product" rows={6} />
        <LoadingPanel rows={4} />
      </div>
    </div>
  );
}
