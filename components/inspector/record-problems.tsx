'use client';

import { TriangleAlert } from 'lucide-react';
import { usePreview } from '@/components/push/preview-context';
import type { RecordId } from '@/lib/model/records';

/** What is wrong with the selected record, where it is edited. */
export function RecordProblems({ id }: { id: RecordId }) {
  const { preview } = usePreview();
  const issues = preview?.issues.filter((issue) => issue.recordId === id) ?? [];
  if (issues.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1">
      {issues.map((issue) => (
        <li key={issue.code} className={issue.severity === 'error' ? 'text-bad text-xs' : 'text-warn text-xs'}>
          <TriangleAlert className="mr-1 inline size-3 align-[-1px]" strokeWidth={2} aria-hidden="true" />
          {issue.words}
        </li>
      ))}
    </ul>
  );
}
