'use client';

import { useCoverage } from '@/components/canvas/coverage-context';
import { COVERAGE_WORDS, CoverageMark } from '@/components/canvas/coverage-mark';
import type { RecordId } from '@/lib/model/records';

/** Whether upstream meets it, in words. */
export function CoverageLine({ id }: { id: RecordId }) {
  const coverage = useCoverage(id);
  if (coverage === null) return null;
  return (
    <p className="mt-1 flex items-center gap-1.5 text-fg-2 text-xs">
      <span aria-hidden="true">
        <CoverageMark coverage={coverage} />
      </span>
      {COVERAGE_WORDS[coverage]}
    </p>
  );
}
