import { AREA_COLORS, type AreaColor, type Areas } from '@/lib/model/area';

/** What people call the colours; the tokens are `--area-…`. */
export const AREA_COLOR_WORDS: Readonly<Record<AreaColor, string>> = {
  blue: 'Blue',
  green: 'Green',
  violet: 'Violet',
  amber: 'Amber',
  rose: 'Rose',
  grey: 'Grey',
};

export function areaHue(color: AreaColor): string {
  return `var(--area-${color})`;
}

const IN_TURN: readonly AreaColor[] = ['blue', 'green', 'violet', 'amber', 'rose', 'grey'];

/** The colour a further area gets: the one used least so far. */
export function nextAreaColor(areas: Areas): AreaColor {
  const used = Object.fromEntries(AREA_COLORS.map((color) => [color, 0]));
  for (const { color } of Object.values(areas)) used[color] = (used[color] ?? 0) + 1;
  const [first = 'grey', ...others] = IN_TURN;
  return others.reduce((best, color) => ((used[color] ?? 0) < (used[best] ?? 0) ? color : best), first);
}
