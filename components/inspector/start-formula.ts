import type { MetricFormula } from '@/lib/model/records';

/** A formula of another kind, keeping of the old one what still means the same. */
export function startFormula(kind: MetricFormula['kind'], before: MetricFormula): MetricFormula {
  const measureId = before.kind === 'simple' || before.kind === 'cumulative' ? before.measureId : null;
  switch (kind) {
    case 'simple':
      return { kind, measureId };
    case 'cumulative':
      return { kind, measureId, window: { days: 30 }, toDate: null };
    case 'ratio':
      return { kind, numeratorId: before.kind === 'change' ? before.metricId : null, denominatorId: null };
    case 'derived':
      return { kind, formula: '' };
    case 'change':
      return { kind, metricId: before.kind === 'ratio' ? before.numeratorId : null, offset: { months: 1 } };
  }
}
