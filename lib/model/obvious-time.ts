import { baseMeasuresOf } from './base-measures';
import { attributesIn, indexModel, recordOf } from './model-index';
import type { ModelDocument, RecordId } from './records';
import { uniquePath } from './references';

/**
 * The time that goes without saying for numbers of an entity: the one its other metrics are shown over, else the only
 * time its rows have. Null when that is no single one, or lies out of reach.
 */
export function obviousTime(
  document: ModelDocument,
  entityId: RecordId,
  exceptMetricId: RecordId | null = null,
): RecordId | null {
  const used = new Set(
    indexModel(document).byKind.metric.flatMap(({ id, timeAttributeId }) => {
      const measures = id === exceptMetricId ? [] : baseMeasuresOf(document, id);
      const isOfEntity = measures.length > 0 && measures.every((measure) => measure.entityId === entityId);
      return isOfEntity && timeAttributeId !== null ? [timeAttributeId] : [];
    }),
  );
  const own = attributesIn(document, entityId).filter(({ role }) => role === 'time');
  const candidates = used.size > 0 ? [...used] : own.map(({ id }) => id);
  const [only, second] = candidates;
  const attribute = second === undefined ? recordOf(document, 'attribute', only ?? null) : null;
  const isDay = attribute?.type === 'date' || attribute?.type === 'timestamp';
  return attribute && isDay && uniquePath(document, entityId, attribute.entityId).ok ? attribute.id : null;
}
