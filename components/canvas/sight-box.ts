import type { Box } from './box';

/** What of the canvas a board shows, in flow coordinates on whole pixels. */
export function sightBox(
  { x, y, zoom }: { x: number; y: number; zoom: number },
  board: { width: number; height: number },
): Box {
  return {
    x: Math.round(-x / zoom),
    y: Math.round(-y / zoom),
    width: Math.max(1, Math.round(board.width / zoom)),
    height: Math.max(1, Math.round(board.height / zoom)),
  };
}
