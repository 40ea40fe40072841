import { ArrowUp } from 'lucide-react';

/** What came while the list was being read: it waits above until somebody wants it there. */
export function Arrivals({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status" className="sticky top-0 z-20">
      {count > 0 && (
        <button
          type="button"
          onClick={onShow}
          className="-outline-offset-2 flex h-9 w-full items-center justify-center gap-1.5 border-b bg-accent-soft font-medium text-accent-text text-sm"
        >
          <ArrowUp className="size-3.5" strokeWidth={2} aria-hidden="true" />
          {count} new
        </button>
      )}
    </div>
  );
}
