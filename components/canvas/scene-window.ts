import { type Box, contains, overlaps } from './box';

/** How far beyond the sight the window reaches, in parts of the sight. */
const MARGIN = 0.45;
/** A window wider than so many sights is cut down again. */
const WIDTH_MAX = 6;

/**
 * The part of the canvas React Flow is told of: the sight and some way around it. It stays as it is while the sight moves
 * within it, so that a pan costs nothing until it comes near an edge.
 */
export function windowFor(sight: Box, known: Box | null): Box {
  if (known && contains(known, sight) && known.width <= sight.width * WIDTH_MAX) return known;
  const [across, down] = [sight.width * MARGIN, sight.height * MARGIN];
  return { x: sight.x - across, y: sight.y - down, width: sight.width + 2 * across, height: sight.height + 2 * down };
}

/** True for what is not known to be outside. */
export function isInWindow(box: Box | undefined, window: Box | null): boolean {
  return window === null || (box !== undefined && overlaps(box, window));
}
