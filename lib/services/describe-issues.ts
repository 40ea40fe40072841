import { describeFix, describeIssue } from '@/lib/model/describe-issue';
import type { Issue } from '@/lib/model/issue';
import { nameOfRecord } from '@/lib/model/names';
import type { ModelDocument } from '@/lib/model/records';
import type { Vocabulary } from '@/lib/model/vocabulary';

export type DescribedIssue = ReturnType<typeof describeOne>;

/** Issues as people read them, each with its repair where there is one. */
export function describeIssues(
  issues: readonly Issue[],
  document: ModelDocument,
  vocabulary: Vocabulary,
): DescribedIssue[] {
  return issues.map((issue) => describeOne(issue, document, vocabulary));
}

function describeOne(issue: Issue, document: ModelDocument, vocabulary: Vocabulary) {
  const { code, severity, at, fix } = issue;
  return {
    code,
    severity,
    at: nameOfRecord(document, at),
    recordId: at,
    words: describeIssue(issue, document, vocabulary),
    ...(fix ? { fix: { words: describeFix(fix, document, vocabulary), put: fix.put, remove: fix.remove } } : {}),
  };
}
