'use client';

import { FlaskConical } from 'lucide-react';
import { usePreview } from '@/components/push/preview-context';
import { Button } from '@/components/ui/button';

/** While something is only tried, the marks on the drawing are of it: said where they are looked at. */
export function TrialBar() {
  const { tries, takeBack, isComputing, isLate } = usePreview();
  if (tries.length === 0) return null;
  return (
    <aside
      data-over-canvas
      aria-label="In preview"
      aria-busy={isComputing}
      className="absolute top-3 left-1/2 z-20 flex max-w-[90%] -translate-x-1/2 items-center gap-2.5 rounded-full bg-surface py-1 pr-1 pl-3.5 text-sm whitespace-nowrap shadow-pop ring-1 ring-accent"
    >
      <FlaskConical className="size-3.5 shrink-0 text-accent-text" strokeWidth={1.85} aria-hidden="true" />
      <span className="truncate">
        {isLate ? 'Working out what it would change…' : 'The marks show what you try. Nothing is changed.'}
      </span>
      <Button size="sm" className="rounded-full" onClick={() => tries.map(takeBack)}>
        Back to how it is
      </Button>
    </aside>
  );
}
