import type { AskSummary } from '@/lib/api/ask';
import { ApiProblem } from '@/lib/client/api-problem';

/** Why nothing was recorded; of somebody who was faster, who and what. */
export function describeDecideProblem(error: Error): string {
  if (error instanceof ApiProblem && error.code === 'stale') return `${error.message} Below is how it stands now.`;
  return `Nothing was recorded. ${error.message}`;
}

/** The same of several asks: which of them it was that somebody else had moved. */
export function describeManyProblem(error: Error, asks: readonly AskSummary[]): string {
  if (!(error instanceof ApiProblem) || error.code !== 'stale') return describeDecideProblem(error);
  const moved = new Set(error.problem.problems?.flatMap(({ path }) => path.slice(1)));
  const titles = asks.flatMap((ask) => (moved.has(ask.key) ? [ask.title] : []));
  return `${titles.join(', ')}: ${error.message}`;
}
