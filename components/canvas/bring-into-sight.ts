import type { useReactFlow } from '@xyflow/react';
import { gliding } from '@/components/ui/gliding';
import type { Box } from './box';

type Flow = ReturnType<typeof useReactFlow>;

/** Clear of the bars that lie over the board. */
const MARGIN = { top: 24, right: 24, bottom: 84, left: 24 };
const TALL = 260;

/** Pans just as far as a card needs to be in sight, without zooming; one that is already stays where it is. */
export function bringIntoSight(flow: Flow, box: Box | undefined, board: HTMLElement | null): void {
  if (!box || !board) return;
  const { left, top, right, bottom } = board.getBoundingClientRect();
  const start = flow.flowToScreenPosition({ x: box.x, y: box.y });
  const end = flow.flowToScreenPosition({ x: box.x + box.width, y: box.y + Math.min(box.height, TALL) });
  const dx = shift(start.x, end.x, left + MARGIN.left, right - MARGIN.right);
  const dy = shift(start.y, end.y, top + MARGIN.top, bottom - MARGIN.bottom);
  if (dx === 0 && dy === 0) return;
  const { x, y, zoom } = flow.getViewport();
  void flow.setViewport({ x: x + dx, y: y + dy, zoom }, gliding(160));
}

/** What moves a stretch into a range; the beginning goes before the end when it does not fit. */
function shift(start: number, end: number, from: number, to: number): number {
  if (start < from) return from - start;
  return end > to ? Math.max(to - end, from - start) : 0;
}
