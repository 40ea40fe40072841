import { useState } from 'react';

/** So many come at once when more are wanted. */
export const ROWS_STEP = 100;
/** A press to see two more is a press too many. */
const FEW = 2;

/** The first rows of a list that may be thousands long, and more of them on demand. */
export function useFirstRows<Row>(rows: readonly Row[], first: number) {
  const [count, setCount] = useState(first);
  const shown = rows.length <= count + FEW ? rows : rows.slice(0, count);
  return { shown, rest: rows.length - shown.length, showMore: () => setCount(count + ROWS_STEP) };
}
