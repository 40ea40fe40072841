import type { z } from 'zod';
import type { ProblemPlace } from './problem';

const PLACES_MAX = 50;

/** What a schema did not like, place by place, in the words it gives. */
export function toPlaces(error: z.ZodError, root: string): ProblemPlace[] {
  return error.issues.slice(0, PLACES_MAX).map(({ path, message }) => ({
    path: [root, ...path.map((step) => (typeof step === 'symbol' ? String(step) : step))],
    words: message,
  }));
}
