import { partsOf } from './base-measures';
import type { MetricRecord, ModelDocument, RecordId } from './records';

/**
 * The time a metric is shown over: its own, else the one all its parts agree on. Null when there is none or the parts do
 * not agree; `partTimes` then says what they have.
 */
export type MetricTime = { attributeId: RecordId | null; partTimes: RecordId[] };

/** A loop of formulas has no time of its own and ends here. */
export function timeOfMetric(
  document: ModelDocument,
  metric: MetricRecord,
  above: readonly RecordId[] = [],
): MetricTime {
  if (metric.timeAttributeId !== null) return { attributeId: metric.timeAttributeId, partTimes: [] };
  if (above.includes(metric.id)) return { attributeId: null, partTimes: [] };
  const times = partsOf(document, metric).map((part) => timeOfMetric(document, part, [...above, metric.id]));
  const partTimes = [...new Set(times.flatMap((time) => time.attributeId ?? time.partTimes))].sort();
  const isAgreed = times.length > 0 && partTimes.length === 1 && times.every((time) => time.attributeId !== null);
  return { attributeId: isAgreed ? (partTimes[0] ?? null) : null, partTimes };
}
