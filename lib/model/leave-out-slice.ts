import { withoutSlices } from './cuts';
import type { Fix, ReachPlace } from './issue';
import { recordOf } from './model-index';
import type { ModelDocument, RecordId } from './records';

/** The fix for a cut that cannot be made: the metric without it. Nothing else about a metric is given up so lightly. */
export function leaveOutSlice(document: ModelDocument, metricId: RecordId, place: ReachPlace): { fix?: Fix } {
  const metric = recordOf(document, 'metric', metricId);
  if (metric === null || place.in !== 'slice') return {};
  const { attributeId, role = null } = place;
  const left = withoutSlices(metric, (cut) => cut.attributeId === attributeId && cut.role === role);
  const does = { verb: 'leave-out-slice' as const, attributeId };
  return { fix: { does, put: [left], remove: [] } };
}
