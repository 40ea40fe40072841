import { ApiProblem } from '@/lib/client/api-problem';

/** Why nothing was recorded; of somebody who was faster, who and what. */
export function describeDecideProblem(error: Error): string {
  if (error instanceof ApiProblem && error.code === 'stale') return `${error.message} Below is how it stands now.`;
  return `Nothing was recorded. ${error.message}`;
}
