import { capitalise } from '@/lib/base/capitalise';
import { quoteName } from '@/lib/sql/quote-name';
import { indexModel, recordOf } from '../model-index';
import { labelOfRecord } from '../names';
import { obviousTime } from '../obvious-time';
import type { Aggregation, MeasureRecord, ModelDocument, RecordId } from '../records';
import { midSentence, pluralOf } from '../words-for';
import { addMeasure, type NewMeasure } from './add-measure';
import { addMetric } from './add-metric';
import { toName } from './free-name';

export type DrawMetric = {
  /** Called once for the metric and once more when a measure is made. */
  newId: () => RecordId;
  entityId: RecordId;
  /** What is aggregated; null counts the rows. */
  attributeId: RecordId | null;
  aggregation: Aggregation;
  /** SQL over the entity's attributes, besides the segments. */
  filter?: string | null;
  segmentIds?: readonly RecordId[];
  /** Left out: the time that goes without saying, if there is one. */
  timeAttributeId?: RecordId | null;
  sliceIds?: readonly RecordId[];
  percentile?: number;
};

/**
 * A number pulled out of an entity: the measure and the metric in one step, named after what they are ("Delivered amount",
 * "Average score", "Number of orders"). A measure that is there already, to the letter, is used and not made again.
 */
export function drawMetric(
  document: ModelDocument,
  drawn: DrawMetric,
): { document: ModelDocument; metricId: RecordId } {
  const metricId = drawn.newId();
  const label = labelOf(document, drawn);
  const { measureId, document: measured } = withMeasure(document, drawn, label);
  const time = drawn.timeAttributeId === undefined ? obviousTime(document, drawn.entityId) : drawn.timeAttributeId;
  const attribute = recordOf(document, 'attribute', drawn.attributeId);
  const made = addMetric(measured, {
    id: metricId,
    name: toName(label, 'metric'),
    label,
    formula: { kind: 'simple', measureId },
    timeAttributeId: time,
    sliceIds: [...(drawn.sliceIds ?? [])],
    segmentIds: [...(drawn.segmentIds ?? [])],
    unit: KEEPS_UNIT.includes(drawn.aggregation) ? (attribute?.unit ?? null) : null,
  });
  return { document: made, metricId };
}

const KEEPS_UNIT: readonly Aggregation[] = ['sum', 'average', 'min', 'max', 'median', 'percentile'];

function withMeasure(document: ModelDocument, drawn: DrawMetric, label: string) {
  const attribute = recordOf(document, 'attribute', drawn.attributeId);
  const wanted = {
    entityId: drawn.entityId,
    aggregation: drawn.aggregation,
    expression: attribute === null ? null : quoteName(attribute.name),
    filter: drawn.filter ?? null,
    percentile: drawn.aggregation === 'percentile' ? (drawn.percentile ?? 0.5) : null,
  };
  const known = indexModel(document).byKind.measure.find((measure) => isSame(measure, wanted));
  if (known) return { document, measureId: known.id };
  const unit = KEEPS_UNIT.includes(drawn.aggregation) ? (attribute?.unit ?? null) : null;
  const made: NewMeasure = { id: drawn.newId(), name: toName(label, 'measure'), unit, ...wanted };
  return { document: addMeasure(document, made), measureId: made.id };
}

type Wanted = Pick<MeasureRecord, 'entityId' | 'aggregation' | 'expression' | 'filter' | 'percentile'>;

function isSame(measure: MeasureRecord, wanted: Wanted): boolean {
  const fields = ['entityId', 'aggregation', 'expression', 'filter', 'percentile'] as const;
  return measure.segmentIds.length === 0 && fields.every((field) => measure[field] === wanted[field]);
}

/** Segments are part of the name, because "Amount" and "Delivered amount" are two numbers. */
function labelOf(document: ModelDocument, { entityId, attributeId, aggregation, segmentIds = [] }: DrawMetric): string {
  const only = segmentIds.map((id) => labelOfRecord(document, id));
  const of = attributeId === null ? null : midSentence(labelOfRecord(document, attributeId));
  const rows = midSentence(pluralOf(labelOfRecord(document, entityId)));
  const isTime = recordOf(document, 'attribute', attributeId)?.role === 'time';
  const words = [...only, NAMES[aggregation](of, rows, isTime)].map((part, at) =>
    at === 0 ? part : midSentence(part),
  );
  return capitalise(words.join(' '));
}

const NAMES: Record<Aggregation, (value: string | null, rows: string, isTime: boolean) => string> = {
  sum: (value) => value ?? 'total',
  count: (value, rows) => (value === null ? `number of ${rows}` : `number of ${rows} with ${value}`),
  'count-distinct': (value, rows) => `number of different ${value === null ? rows : pluralOf(value)}`,
  average: (value) => `average ${value ?? 'value'}`,
  min: (value, _, isTime) => `${isTime ? 'earliest' : 'lowest'} ${value ?? 'value'}`,
  max: (value, _, isTime) => `${isTime ? 'latest' : 'highest'} ${value ?? 'value'}`,
  median: (value) => `median ${value ?? 'value'}`,
  percentile: (value) => `percentile of ${value ?? 'value'}`,
};
