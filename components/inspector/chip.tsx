import { X } from 'lucide-react';

/** One of several that were chosen; it may be taken out again. */
export function Chip({ label, onRemove }: { label: string; onRemove?: () => void }) {
  return (
    <span className="inline-flex h-6 items-center gap-1 rounded-md border bg-surface pr-1 pl-2 text-sm">
      {label}
      {onRemove && (
        <button
          type="button"
          aria-label={`Take ${label} out`}
          onClick={onRemove}
          className="rounded-xs text-fg-3 hover:text-fg"
        >
          <X className="size-3" aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
