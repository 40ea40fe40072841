import { LoadingRows } from '@/components/ui/loading-rows';
import { Skeleton } from '@/components/ui/skeleton';
import { Split } from '@/components/ui/split';

export function InboxLoading() {
  return (
    <Split listLabel="Asks" list={<LoadingRows label="Loading the inbox" rows={7} className="pt-2" />}>
      <div className="mx-auto flex max-w-[860px] flex-col gap-3 px-8 py-7">
        <Skeleton className="w-40" />
        <Skeleton className="h-6 w-96 max-w-full" />
        <Skeleton className="mt-4 h-40 w-full rounded-lg" />
      </div>
    </Split>
  );
}
