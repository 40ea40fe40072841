import type { Build } from './snapshot';

/**
 * How old a product is at the worst moment by its own build alone, in minutes: between two runs, and for as long as a
 * run takes. Whatever it is made from comes on top. Null when it is made at the moment it is read.
 */
export function oldestAtBest(build: Build): number | null {
  if (build.mode === 'virtual') return null;
  return (build.mode === 'scheduled' ? build.everyMinutes : 0) + build.takesMinutes;
}
