import type { MeasureRecord, ModelDocument, RecordId } from '../records';
import { freeName, toName } from './free-name';
import { nextOrder } from './next-order';
import { putRecords } from './put-records';

export type NewMeasure = Partial<Omit<MeasureRecord, 'kind'>> & {
  id: RecordId;
  entityId: RecordId;
  aggregation: MeasureRecord['aggregation'];
};

/** An aggregation over an entity. A sum and a count of rows add up over time; the others never do, unless it is said. */
export function addMeasure(document: ModelDocument, given: NewMeasure): ModelDocument {
  const wanted = given.name ?? toName(given.label ?? '', given.aggregation.replace('-', '_'));
  return putRecords(document, {
    kind: 'measure',
    order: nextOrder(document, 'measure'),
    label: null,
    expression: null,
    percentile: null,
    filter: null,
    segmentIds: [],
    behaviour: given.aggregation === 'sum' || given.aggregation === 'count' ? 'flow' : 'unit',
    unit: null,
    emptyAs: null,
    ...given,
    name: freeName(document, 'measure', wanted),
  });
}
