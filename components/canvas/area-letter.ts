/** Names of areas at 100 %, as their title says. */
export const AREA_NAME_SIZE = 13;

/** How much larger than the drawing the names of areas are: from some way off they keep their size on the screen. */
export function areaLetter(zoom: number): number {
  return Math.max(1, Math.round(9 / zoom) / 10);
}

/** Where letters are so much larger than the drawing, a name stands on what it names. */
export const FAR_LETTER = 2;
