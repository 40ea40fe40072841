import type { useReactFlow } from '@xyflow/react';
import type { Box } from './box';

type Flow = ReturnType<typeof useReactFlow>;

/** Pans, without zooming, until a card is in sight; one that is already stays where it is. */
export function bringIntoSight(flow: Flow, box: Box | undefined, board: HTMLElement | null): void {
  if (!box || !board) return;
  const { left, top, right, bottom } = board.getBoundingClientRect();
  const start = flow.flowToScreenPosition({ x: box.x, y: box.y });
  const end = flow.flowToScreenPosition({ x: box.x + box.width, y: box.y + Math.min(box.height, 200) });
  if (start.x >= left && start.y >= top && end.x <= right && end.y <= bottom) return;
  void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: flow.getZoom(), duration: 160 });
}
