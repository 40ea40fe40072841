'use client';

import { Target } from 'lucide-react';
import { Tooltip } from '@/components/ui/tooltip';
import { useProductNames } from './use-product-names';

/** How many consumers need a field, and who on demand; that nobody does is said too. */
export function NeededBy({ consumers }: { consumers: readonly string[] }) {
  const nameOf = useProductNames();
  if (consumers.length === 0) return <span className="w-16 text-right text-fg-3 text-xs">not needed</span>;
  const names = consumers.map((key) => nameOf(key).name).join(', ');
  return (
    <Tooltip label={`Needed by ${names}`} side="left">
      <button
        type="button"
        aria-label={`Needed by ${names}`}
        className="flex w-16 items-center justify-end gap-1 rounded-xs text-consumer text-xs tabular-nums"
      >
        <Target className="size-3" strokeWidth={2} aria-hidden="true" />
        {consumers.length}
      </button>
    </Tooltip>
  );
}
