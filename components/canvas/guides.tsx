'use client';

import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import { listenToAll } from '@/components/editor/listen-to-all';
import { useCanvasView } from './canvas-view-context';
import type { Guide } from './snap-box';

/** What the cards in the hand are in line with: at every frame of a drag others, so they are drawn past React. */
export function Guides() {
  const view = useCanvasView();
  const flow = useStoreApi();
  const drawn = useCallback(
    (svg: SVGSVGElement) => {
      const draw = () => {
        const { guides } = view.get();
        if (guides.length > 0 || svg.firstChild)
          svg.replaceChildren(...guides.map((one) => lineOf(one, flow.getState())));
      };
      return listenToAll([view, flow], draw);
    },
    [view, flow],
  );
  return (
    <svg
      ref={drawn}
      className="pointer-events-none absolute inset-0 z-10 h-full w-full empty:hidden"
      aria-hidden="true"
      data-guides
    />
  );
}

function lineOf({ axis, at, from, to }: Guide, { transform: [x, y, zoom] }: ReactFlowState): SVGLineElement {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  const place =
    axis === 'x'
      ? { x1: at * zoom + x, x2: at * zoom + x, y1: from * zoom + y, y2: to * zoom + y }
      : { x1: from * zoom + x, x2: to * zoom + x, y1: at * zoom + y, y2: at * zoom + y };
  for (const [name, value] of Object.entries(place)) line.setAttribute(name, String(value));
  line.setAttribute('stroke', 'var(--accent)');
  return line;
}
