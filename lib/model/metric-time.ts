import { timeCutOf } from './cuts';
import { foldMetric } from './fold-metric';
import type { MetricRecord, ModelDocument, RecordId } from './records';

/**
 * The time a metric is shown over: its own, else the one all its parts agree on. Null when there is none or the parts do
 * not agree; `partTimes` then says what they have.
 */
export type MetricTime = { attributeId: RecordId | null; role: string | null; partTimes: RecordId[] };

/** A loop of formulas has no time of its own and ends here. */
export function timeOfMetric(document: ModelDocument, metric: MetricRecord): MetricTime {
  return foldMetric(document, metric, new Map(), timeFromParts) ?? UNTIMED;
}

const UNTIMED: MetricTime = { attributeId: null, role: null, partTimes: [] };

function timeFromParts(
  metric: MetricRecord,
  partOf: (id: RecordId) => MetricTime | undefined,
  parts: readonly MetricRecord[],
): MetricTime {
  const own = timeCutOf(metric);
  if (own !== null) return { ...own, partTimes: [] };
  const times = parts.map(({ id }) => partOf(id) ?? UNTIMED);
  const partTimes = [...new Set(times.flatMap((time) => time.attributeId ?? time.partTimes))].sort();
  const [first] = times;
  const isAgreed = first?.attributeId != null && times.every((time) => isSameTime(time, first));
  return isAgreed
    ? { attributeId: first.attributeId, role: first.role, partTimes }
    : { attributeId: null, role: null, partTimes };
}

/** One day in two roles (ordered on, delivered on) is two times. */
export function isSameTime(one: MetricTime, other: MetricTime): boolean {
  return one.attributeId === other.attributeId && one.role === other.role;
}
