import { LoadingRows } from '@/components/ui/loading-rows';

export default function Loading() {
  return (
    <>
      <div className="h-12 shrink-0 border-b bg-bg" />
      <LoadingRows label="Loading the page" className="p-3" />
    </>
  );
}
