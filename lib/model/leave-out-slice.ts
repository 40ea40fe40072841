import type { Fix, ReachPlace } from './issue';
import { recordOf } from './model-index';
import type { ModelDocument, RecordId } from './records';

/** The fix for a cut that cannot be made: the metric without it. Nothing else about a metric is given up so lightly. */
export function leaveOutSlice(document: ModelDocument, metricId: RecordId, place: ReachPlace): { fix?: Fix } {
  const metric = recordOf(document, 'metric', metricId);
  if (metric === null || place.in !== 'slice') return {};
  const { attributeId } = place;
  const sliceIds = metric.sliceIds.filter((id) => id !== attributeId);
  const does = { verb: 'leave-out-slice' as const, attributeId };
  return { fix: { does, put: [{ ...metric, sliceIds }], remove: [] } };
}
