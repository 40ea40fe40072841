import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { MetricRecord, ModelDocument, RecordId } from '@/lib/model/records';

export type DrawnFrom = {
  /** What it could be divided by: every other metric. */
  divisors: readonly { value: RecordId; label: string }[];
  /** Only of what a metric measures itself is there a running total. */
  hasRunningTotal: boolean;
};

/** What can be worked out from a metric that is there. */
export function drawnFrom(document: ModelDocument, { id, formula }: MetricRecord): DrawnFrom {
  return {
    divisors: indexModel(document).byKind.metric.flatMap((other) =>
      other.id === id ? [] : [{ value: other.id, label: labelOfRecord(document, other.id) }],
    ),
    hasRunningTotal: formula.kind === 'simple' && formula.measureId !== null,
  };
}
