import type { Box } from './box';
import type { Insets } from './fit-viewport';

const GAP = 16;
/** A little larger is not worth being squeezed into a corner. */
const ROOMINESS = 0.25;
const NOTHING: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * How far from each side of a board something has to keep so that nothing that lies over the board covers it: of all the
 * ways to keep clear, the one that leaves it large. Sizes are the board's own pixels. Where bars leave no room at all,
 * they are looked past.
 */
export function clearRoom(
  board: { readonly width: number; readonly height: number },
  bars: readonly Box[],
  shown: { readonly width: number; readonly height: number },
): Insets {
  const lefts = [GAP, ...bars.map(({ x, width }) => x + width + GAP)];
  const rights = [GAP, ...bars.map(({ x }) => board.width - x + GAP)];
  const tops = [GAP, ...bars.map(({ y, height }) => y + height + GAP)];
  const bottoms = [GAP, ...bars.map(({ y }) => board.height - y + GAP)];
  let best = { insets: NOTHING, worth: 0 };
  for (const left of lefts)
    for (const right of rights)
      for (const top of tops)
        for (const bottom of bottoms) {
          const [width, height] = [board.width - left - right, board.height - top - bottom];
          if (width <= 0 || height <= 0) continue;
          const zoom = Math.min(1, width / shown.width, height / shown.height);
          const worth = zoom * (width * height) ** ROOMINESS;
          if (worth > best.worth && bars.every((bar) => isBeside(bar, { left, right, top, bottom }, board)))
            best = { insets: { left, right, top, bottom }, worth };
        }
  return best.insets;
}

function isBeside(bar: Box, room: Insets, board: { width: number; height: number }): boolean {
  return (
    bar.x + bar.width <= room.left ||
    bar.x >= board.width - room.right ||
    bar.y + bar.height <= room.top ||
    bar.y >= board.height - room.bottom
  );
}
