'use client';

import { useStoreApi } from '@xyflow/react';
import { type CSSProperties, useCallback } from 'react';

/** Between two dots, and how large one is, at 100 %. */
const GAP = 20;
const DOT = 0.55;
/** Dots closer than this on the screen are a grey and no ground; up to twice as far they come out of it. */
const CLOSE_PX = 5;
const LOOK: CSSProperties = {
  backgroundImage: 'radial-gradient(circle, var(--dot) var(--dot-size), transparent calc(var(--dot-size) + 0.35px))',
};

/**
 * The dots of the board, which move with it past React. A gradient and no pattern of SVG, which took a third of the time
 * to paint a canvas.
 */
export function Ground() {
  const flow = useStoreApi();
  const laid = useCallback(
    (ground: HTMLDivElement | null) => {
      if (!ground) return;
      let last: readonly number[] | null = null;
      const lay = () => {
        const { transform } = flow.getState();
        if (transform === last) return;
        last = transform;
        const [x, y, zoom] = transform;
        const gap = GAP * zoom;
        ground.style.backgroundSize = `${gap}px ${gap}px`;
        ground.style.backgroundPosition = `${x % gap}px ${y % gap}px`;
        ground.style.setProperty('--dot-size', `${DOT * zoom}px`);
        ground.style.opacity = String(Math.min(1, Math.max(0, gap / CLOSE_PX - 1)));
      };
      lay();
      return flow.subscribe(lay);
    },
    [flow],
  );
  return <div ref={laid} style={LOOK} className="pointer-events-none absolute inset-0 z-[-1]" aria-hidden="true" />;
}
