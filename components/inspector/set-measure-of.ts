import { newRecordId } from '@/components/editor/new-record-id';
import { addMeasure } from '@/lib/model/edits/add-measure';
import { type Fields, setFields } from '@/lib/model/edits/set-fields';
import { indexModel, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';

/**
 * Changes what a metric measures. A measure that other metrics share is copied first: changing one number must not change
 * another behind its owner's back.
 */
export function setMeasureOf(document: ModelDocument, metricId: RecordId, fields: Fields<'measure'>): ModelDocument {
  const metric = recordOf(document, 'metric', metricId);
  if (metric?.formula.kind !== 'simple' && metric?.formula.kind !== 'cumulative') return document;
  const measure = recordOf(document, 'measure', metric.formula.measureId);
  if (!measure) return document;
  const sharers = indexModel(document).byKind.metric.filter(
    ({ formula }) => (formula.kind === 'simple' || formula.kind === 'cumulative') && formula.measureId === measure.id,
  );
  if (sharers.length < 2) return setFields(document, { kind: 'measure', id: measure.id, fields });
  const { kind: _kind, id: _id, order: _order, ...same } = measure;
  const id = newRecordId();
  const copied = addMeasure(document, { ...same, ...fields, id });
  const formula = { ...metric.formula, measureId: id };
  return setFields(copied, { kind: 'metric', id: metricId, fields: { formula } });
}
