import { Skeleton } from '@/components/ui/skeleton';

/** The studio's own shape while the model is fetched, so that nothing jumps when it is there. */
export function StudioLoading() {
  return (
    <div role="status" className="flex h-full">
      <span className="sr-only">Opening the model</span>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="h-10 shrink-0 border-b bg-bg" />
        <div className="flex min-h-0 flex-1">
          <div className="w-11 shrink-0 space-y-3 border-r bg-bg p-3 xl:w-[264px]">
            <Skeleton className="hidden h-7 w-full xl:block" />
            <Skeleton className="hidden h-3 w-32 xl:block" />
            <Skeleton className="hidden h-3 w-44 xl:block" />
            <Skeleton className="hidden h-3 w-36 xl:block" />
          </div>
          <div className="flex flex-1 items-start gap-16 overflow-hidden bg-canvas p-14">
            <Skeleton className="h-36 w-44 shrink-0 rounded-lg" />
            <Skeleton className="h-48 w-44 shrink-0 rounded-lg" />
            <Skeleton className="h-40 w-44 shrink-0 rounded-lg" />
          </div>
        </div>
      </div>
      <div className="w-[320px] shrink-0 space-y-3 border-l bg-bg p-4 max-[1180px]:w-[296px]">
        <Skeleton className="h-3 w-24" />
        <Skeleton className="h-6 w-52" />
        <Skeleton className="h-3 w-full" />
      </div>
    </div>
  );
}
