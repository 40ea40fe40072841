import type { Issue } from '../issue';
import { indexModel, recordOf } from '../model-index';
import type { ModelDocument } from '../records';

/** A metric is shown over days, so its time must have some: a date or a timestamp, not a time of day. */
export function timesAreTimes(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.metric.flatMap(({ id, timeAttributeId }): Issue[] => {
    const attribute = recordOf(document, 'attribute', timeAttributeId);
    if (attribute === null || attribute.type === 'date' || attribute.type === 'timestamp') return [];
    const { id: attributeId, type } = attribute;
    return [{ code: 'time-is-no-time', severity: 'error', at: id, attributeId, type }];
  });
}
