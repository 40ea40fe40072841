import { Skeleton } from '@/components/ui/skeleton';

/** The studio's own shape while the model is fetched, so that nothing jumps when it is there. */
export function StudioLoading() {
  return (
    <div role="status" className="flex h-full">
      <span className="sr-only">Opening the model</span>
      <div className="hidden w-[264px] shrink-0 space-y-3 border-r bg-bg p-3 xl:block">
        <Skeleton className="h-7 w-full" />
        <Skeleton className="h-3 w-32" />
        <Skeleton className="h-3 w-44" />
        <Skeleton className="h-3 w-36" />
      </div>
      <div className="flex flex-1 items-start gap-20 bg-canvas p-16">
        <Skeleton className="h-44 w-[252px] rounded-lg" />
        <Skeleton className="h-60 w-[252px] rounded-lg" />
      </div>
      <div className="w-[320px] shrink-0 space-y-3 border-l bg-bg p-4">
        <Skeleton className="h-3 w-24" />
        <Skeleton className="h-6 w-52" />
        <Skeleton className="h-3 w-full" />
      </div>
    </div>
  );
}
