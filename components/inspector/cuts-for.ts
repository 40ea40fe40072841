import { attributesIn, indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { MetricRecord, ModelDocument, RecordId } from '@/lib/model/records';
import { measuredEntities } from '@/lib/model/scope';
import { wayTo } from '@/lib/model/ways';
import { callAttribute } from '@/lib/model/words-for';

export type Cut = { value: RecordId; label: string; hint?: string };

/**
 * What a metric may be narrowed and cut by: what every entity it measures leads to on one way only. What would count rows
 * twice is not offered at all; where two ways lead there, it is said.
 */
export function cutsFor(document: ModelDocument, metric: MetricRecord): { segments: Cut[]; slices: Cut[] } {
  const measured = measuredEntities(document, metric.id);
  const [home = null] = measured;
  const { entity, segment } = indexModel(document).byKind;
  const isReached = (entityId: RecordId) =>
    measured.length > 0 && measured.every((from) => wayTo(document, from, entityId).is === 'path');
  const reached = entity.filter(({ id }) => isReached(id));
  return {
    segments: segment
      .filter(({ entityId }) => reached.some(({ id }) => id === entityId))
      .map(({ id }) => ({ value: id, label: labelOfRecord(document, id) })),
    slices: reached.flatMap(({ id }) =>
      attributesIn(document, id)
        .filter(({ role }) => role === 'category' || role === 'flag' || role === 'identifier')
        .map((field) => ({ value: field.id, label: callAttribute(document, field.id, home) })),
    ),
  };
}
