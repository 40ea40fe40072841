import type { Viewport } from '@xyflow/react';
import type { Box } from './box';

export type Insets = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
export const ZOOM_MIN = 0.03;
export const ZOOM_MAX = 2;

/**
 * The view that shows a box in the middle of what is left of the board inside its insets. Where it does not fit at the
 * smallest zoom allowed it is shown from its top left, because that is where people begin to read.
 */
export function fitViewport(
  box: Box,
  board: { width: number; height: number },
  { insets, zoomMin = ZOOM_MIN, zoomMax = 1 }: { insets: Insets; zoomMin?: number; zoomMax?: number },
): Viewport {
  const width = Math.max(1, board.width - insets.left - insets.right);
  const height = Math.max(1, board.height - insets.top - insets.bottom);
  const zoom = Math.min(zoomMax, Math.max(zoomMin, Math.min(width / box.width, height / box.height)));
  const place = (room: number, size: number) => (size * zoom > room ? 0 : (room - size * zoom) / 2);
  return {
    x: insets.left + place(width, box.width) - box.x * zoom,
    y: insets.top + place(height, box.height) - box.y * zoom,
    zoom,
  };
}
