'use client';

import { useViewport } from '@xyflow/react';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import type { Guide } from './snap-box';

const selectGuides = (view: CanvasView) => view.guides;

/** What the cards in the hand are in line with. */
export function Guides() {
  const guides = useCanvasViewValue(selectGuides);
  return guides.length === 0 ? null : <Lines guides={guides} />;
}

function Lines({ guides }: { guides: readonly Guide[] }) {
  const { x, y, zoom } = useViewport();
  const place = ({ axis, at, from, to }: Guide) =>
    axis === 'x'
      ? { x1: at * zoom + x, x2: at * zoom + x, y1: from * zoom + y, y2: to * zoom + y }
      : { x1: from * zoom + x, x2: to * zoom + x, y1: at * zoom + y, y2: at * zoom + y };
  return (
    <svg className="pointer-events-none absolute inset-0 z-10 h-full w-full" aria-hidden="true" data-guides>
      {guides.map((guide) => (
        <line key={`${guide.axis} ${guide.at}`} {...place(guide)} stroke="var(--accent)" strokeWidth="1" />
      ))}
    </svg>
  );
}
