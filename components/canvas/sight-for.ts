import { type Box, contains, outset } from './box';

/** How far beyond the sight it reaches, in parts of it. */
const MARGIN = 0.04;
const WIDTH_MAX = 1.3;

/** The sight and a little more. It stays as it is while the sight moves within it, so that most frames of a pan ask nothing. */
export function sightFor(sight: Box, known: Box | null): Box {
  if (known && contains(known, sight) && known.width <= sight.width * WIDTH_MAX) return known;
  return outset(sight, sight.width * MARGIN);
}
