import { describeFinding } from './file/describe-finding';
import type { Finding } from './file/finding';
import { placesIn } from './file/places';

/** Something wrong in a workspace file. Lines and columns begin at 1. */
export type FileProblem = {
  code: Finding['code'];
  line: number;
  column: number;
  /** From the root: keys, and places in lists counted from 0. */
  path: string[];
  words: string;
};

/** Findings with their lines, columns and sentences, in the order of the file. */
export function toFileProblems(findings: readonly Finding[], text: string): FileProblem[] {
  const placeOf = placesIn(text);
  return [...findings]
    .sort((a, b) => a.at - b.at)
    .map((finding) => ({
      code: finding.code,
      ...placeOf(finding.at),
      path: finding.path.map(String),
      words: describeFinding(finding),
    }));
}
