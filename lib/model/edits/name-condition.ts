import { recordOf } from '../model-index';
import type { ModelDocument, RecordId } from '../records';
import { addSegment } from './add-segment';
import { setFields } from './set-fields';

/**
 * Gives a measure's own condition a name, to be used again: the condition becomes a segment of the measured entity, and the
 * measure counts only that. Whatever else the measure was counted by stays. Nothing happens without a condition.
 */
export function nameCondition(
  document: ModelDocument,
  { id, measureId, label }: { id: RecordId; measureId: RecordId; label: string },
): ModelDocument {
  const measure = recordOf(document, 'measure', measureId);
  if (measure === null || measure.filter === null || measure.filter.trim() === '') return document;
  const named = addSegment(document, { id, entityId: measure.entityId, filter: measure.filter, label });
  const segmentIds = [...measure.segmentIds, id];
  return setFields(named, { kind: 'measure', id: measureId, fields: { filter: null, segmentIds } });
}
