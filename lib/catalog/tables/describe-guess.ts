import { countOf } from '@/lib/base/count-of';

/** Said of an entity that nobody described: what is known of it is only what some of its rows looked like. */
export function describeGuess(rows: number): string {
  return `Estimated from ${countOf(rows, 'pasted row')}: what a field holds, and what one row is.`;
}
