import type { ProblemPlace } from '@/lib/api/problem';

const SHOWN_MAX = 40;

/** What is wrong in a file, each with the place an editor jumps to. */
export function FileProblems({ problems }: { problems: readonly Omit<ProblemPlace, 'path'>[] }) {
  if (problems.length === 0) return null;
  return (
    <ol className="mt-2 max-h-48 space-y-1 overflow-y-auto text-xs">
      {problems.slice(0, SHOWN_MAX).map((problem) => (
        <li key={`${problem.line}:${problem.column} ${problem.words}`} className="flex gap-2">
          <span className="w-14 shrink-0 text-right font-mono text-fg-2 tabular-nums">
            {problem.line === undefined ? '' : `${problem.line}:${problem.column ?? 1}`}
          </span>
          <span>{problem.words}</span>
        </li>
      ))}
      {problems.length > SHOWN_MAX && <li className="text-fg-2">and {problems.length - SHOWN_MAX} more</li>}
    </ol>
  );
}
