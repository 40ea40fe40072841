import type { ReactFlowState } from '@xyflow/react';
import type { Box } from './box';

/** What of the canvas is on the screen now, in flow coordinates. */
export function flowSight({
  transform: [x, y, zoom],
  width,
  height,
}: Pick<ReactFlowState, 'transform' | 'width' | 'height'>): Box {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}
