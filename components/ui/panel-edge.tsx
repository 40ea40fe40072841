'use client';

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { cn } from './cn';

export type PanelWidth = {
  width: number;
  min: number;
  max: number;
  /** Null: as wide as usual. */
  onChange: (width: number | null) => void;
};
type Props = PanelWidth & {
  /** What it is the width of. */
  label: string;
  /** Where on its panel it stands. */
  side: 'left' | 'right';
};
type Drag = { pointerId: number; fromX: number; from: number; width: number };

const STEP = 16;
const STEP_FAR = 64;
/** Of the window: what lies beside the panel keeps room. */
const SHARE_MAX = 0.36;

/**
 * The edge a panel is drawn wider by: with the pointer, or with the arrows once it has the focus; a double click, or Enter,
 * puts it back. Under the pointer the panel's own width is set, past React, and told once it is let go. Its parent is the
 * panel, which must be positioned.
 */
export function PanelEdge({ label, side, width, min, max, onChange }: Props) {
  const drag = useRef<Drag | null>(null);
  const grows = side === 'right' ? 1 : -1;
  const within = (px: number) => Math.round(Math.max(min, Math.min(px, max, window.innerWidth * SHARE_MAX)));
  const show = (edge: HTMLElement, px: number) => {
    if (edge.parentElement) edge.parentElement.style.width = `${px}px`;
  };
  const end = (edge: HTMLElement, isKept: boolean) => {
    const done = drag.current;
    drag.current = null;
    if (!done) return;
    if (isKept && done.width !== done.from) onChange(done.width);
    else show(edge, done.from);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { pointerId: event.pointerId, fromX: event.clientX, from: width, width };
  };
  const onPointerMove = ({ currentTarget, pointerId, clientX }: PointerEvent<HTMLElement>) => {
    const now = drag.current;
    if (!now || now.pointerId !== pointerId) return;
    now.width = within(now.from + (clientX - now.fromX) * grows);
    show(currentTarget, now.width);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && drag.current) end(event.currentTarget, false);
    else if (event.key === 'Enter') onChange(null);
    else if (event.key === 'Home') onChange(within(min));
    else if (event.key === 'End') onChange(within(max));
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const step = event.shiftKey ? STEP_FAR : STEP;
      onChange(within(width + step * (event.key === 'ArrowRight' ? grows : -grows)));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is a control, and a rule is none
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={`${width} pixels`}
      title="Drag to make it wider or narrower. A double click puts it back."
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={({ currentTarget }) => end(currentTarget, true)}
      onPointerCancel={({ currentTarget }) => end(currentTarget, false)}
      onDoubleClick={() => onChange(null)}
      onKeyDown={onKeyDown}
      className={cn(
        'absolute inset-y-0 z-20 w-2 cursor-col-resize touch-none outline-none',
        'after:absolute after:inset-y-0 after:left-[3px] after:w-0.5 hover:after:bg-accent/50 focus-visible:after:bg-accent active:after:bg-accent',
        side === 'right' ? '-right-1' : '-left-1',
      )}
    />
  );
}
