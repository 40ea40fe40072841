import type { Result } from '@/lib/base/result';
import type { PasteProblem } from './pasted-table';
import type { Pasted } from './read-pasted';

/** What of a pasted text could not be read: all of it that is told, whether something could be drawn or nothing. */
export function pastedProblems(read: Result<Pasted, PasteProblem[]>): readonly PasteProblem[] {
  if (!read.ok) return read.error;
  return read.value.is === 'tables' ? read.value.problems : [];
}
