import type { Box, Point } from './box';

/**
 * Sizes of everything drawn on the canvas, as pure functions of what is shown. React Flow is told them before anything
 * is mounted: only so can it skip what is out of sight, and draw lines to cards that do not exist in the page yet.
 */
export const CARD_WIDTH = 252;
export const HEAD_HEIGHT = 42;
export const ROW_HEIGHT = 27;
const FOOT_HEIGHT = 6;
const EMPTY_HEIGHT = 34;
export const METRIC_HEIGHT = 102;

/** Above this a card folds to the first rows and one that says how many more there are. */
const ROWS_UNFOLDED_MAX = 14;
const ROWS_FOLDED = 12;

/** How many fields a card shows as rows, and how many stand behind "+N more". */
export function shownRows(fields: number, isUnfolded: boolean): { shown: number; hidden: number } {
  if (isUnfolded || fields <= ROWS_UNFOLDED_MAX) return { shown: fields, hidden: 0 };
  return { shown: ROWS_FOLDED, hidden: fields - ROWS_FOLDED };
}

/**
 * Height of an entity card; an unfolded long card keeps one row more for folding it again. A card of which only part is
 * drawn may be its head alone, without the words that there are no fields.
 */
export function entityHeight(fields: number, isUnfolded: boolean, isPart = false): number {
  if (fields === 0) return isPart ? HEAD_HEIGHT : HEAD_HEIGHT + EMPTY_HEIGHT;
  const { shown } = shownRows(fields, isUnfolded);
  const foldRow = fields > ROWS_UNFOLDED_MAX ? 1 : 0;
  return HEAD_HEIGHT + (shown + foldRow) * ROW_HEIGHT + FOOT_HEIGHT;
}

export function hasFoldRow(fields: number): boolean {
  return fields > ROWS_UNFOLDED_MAX;
}

/** Where a line meets a field, from the card's top; fields behind the fold share its row. */
export function rowMiddle(index: number, fields: number, isUnfolded: boolean): number {
  const { shown } = shownRows(fields, isUnfolded);
  return HEAD_HEIGHT + Math.min(index, shown) * ROW_HEIGHT + ROW_HEIGHT / 2;
}

export function boxAt(position: Point, height: number): Box {
  return { x: position.x, y: position.y, width: CARD_WIDTH, height };
}
