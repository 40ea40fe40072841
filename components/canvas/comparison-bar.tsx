'use client';

import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { countOf } from '@/lib/base/count-of';
import { joinWords } from '@/lib/base/join-words';
import type { CanvasView } from './canvas-view';
import { useCanvasView, useCanvasViewValue } from './canvas-view-context';

const GONE_MAX = 4;
const selectCompared = (view: CanvasView) => view.compared;

/** Says what the marks on the cards are held against, and what a drawing cannot show: that something is gone. */
export function ComparisonBar() {
  const view = useCanvasView();
  const compared = useCanvasViewValue(selectCompared);
  if (!compared) return null;
  const count = (mark: 'new' | 'changed') => [...compared.marks.values()].filter((one) => one === mark).length;
  const { gone } = compared;
  const shown = gone.length > GONE_MAX ? [...gone.slice(0, GONE_MAX), `${gone.length - GONE_MAX} more`] : gone;
  return (
    <aside
      aria-label="Compared"
      className="absolute top-3 left-1/2 z-20 flex max-w-[90%] -translate-x-1/2 items-center gap-3 rounded-full bg-surface py-1 pr-1 pl-4 text-sm shadow-pop"
    >
      <span className="min-w-0 truncate">
        <span className="font-medium">Against version {compared.number}:</span> {count('new')} new, {count('changed')}{' '}
        changed, {gone.length === 0 ? 'nothing gone' : `${countOf(gone.length, 'thing')} gone (${joinWords(shown)})`}
      </span>
      <IconButton
        icon={X}
        label="Stop comparing"
        size="sm"
        onClick={() => view.patch({ compared: null })}
        className="rounded-full"
      />
    </aside>
  );
}
