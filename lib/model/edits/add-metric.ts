import type { MetricRecord, ModelDocument, RecordId } from '../records';
import { freeName, toName } from './free-name';
import { nextOrder } from './next-order';
import { putRecords } from './put-records';

export type NewMetric = Partial<Omit<MetricRecord, 'kind'>> & { id: RecordId; formula: MetricRecord['formula'] };

/** A number with a name; what is not given is still open. */
export function addMetric(document: ModelDocument, given: NewMetric): ModelDocument {
  const wanted = given.name ?? toName(given.label ?? '', 'metric');
  return putRecords(document, {
    kind: 'metric',
    order: nextOrder(document, 'metric'),
    label: null,
    definition: null,
    timeAttributeId: null,
    grain: null,
    sliceIds: [],
    segmentIds: [],
    filter: null,
    direction: null,
    target: null,
    unit: null,
    owner: null,
    ...given,
    name: freeName(document, 'metric', wanted),
  });
}
