import { partsOf } from './base-measures';
import type { MetricRecord, ModelDocument, RecordId } from './records';

/**
 * What is found of a metric from what was found of the metrics it is computed from, each once however many formulas name
 * it, and however deep they go. What is found is kept in `known`, unless a formula leads back to itself: that one is not
 * followed again, so what is found then holds for this metric only.
 */
export function foldMetric<T>(
  document: ModelDocument,
  metric: MetricRecord,
  known: Map<RecordId, T>,
  make: (metric: MetricRecord, partOf: (id: RecordId | null) => T | undefined, parts: readonly MetricRecord[]) => T,
): T | undefined {
  const before = known.get(metric.id);
  if (before !== undefined) return before;
  const found = new Map<RecordId, T>();
  const partOf = (id: RecordId | null) => (id === null ? undefined : (found.get(id) ?? known.get(id)));
  const open = new Map<RecordId, readonly MetricRecord[]>();
  const waiting = [metric];
  let isLoop = false;
  for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
    const parts = open.get(top.id);
    if (found.has(top.id) || known.has(top.id)) {
      waiting.pop();
    } else if (parts === undefined) {
      const named = partsOf(document, top);
      open.set(top.id, named);
      isLoop ||= named.some(({ id }) => open.has(id) && !found.has(id));
      waiting.push(...named.filter(({ id }) => !open.has(id)).reverse());
    } else {
      waiting.pop();
      found.set(top.id, make(top, partOf, parts));
    }
  }
  if (!isLoop) for (const [id, one] of found) known.set(id, one);
  return partOf(metric.id);
}
