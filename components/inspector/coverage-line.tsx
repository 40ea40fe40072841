'use client';

import { useCoverage } from '@/components/canvas/coverage-context';
import { CoverageMark, coverageWords } from '@/components/canvas/coverage-mark';
import type { RecordId } from '@/lib/model/records';

/** Whether upstream meets it, in words. */
export function CoverageLine({ id, isMetric = false }: { id: RecordId; isMetric?: boolean }) {
  const coverage = useCoverage(id);
  if (coverage === null) return null;
  return (
    <p className="mt-1 flex items-center gap-1.5 text-fg-2 text-xs">
      <span aria-hidden="true">
        <CoverageMark coverage={coverage} isMetric={isMetric} />
      </span>
      {coverageWords(coverage, isMetric)}
    </p>
  );
}
