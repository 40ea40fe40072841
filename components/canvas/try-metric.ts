import { nameByWords } from '@/components/editor/name-by-words';
import { newRecordId } from '@/components/editor/new-record-id';
import { addSegment } from '@/lib/model/edits/add-segment';
import { type DrawMetric, drawMetric } from '@/lib/model/edits/draw-metric';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { describeMetric } from '@/lib/model/sentence';
import { midSentence, pluralOf } from '@/lib/model/words-for';
import { type ConditionTest, nameCondition, writeCondition } from './condition';

/** Which rows count. */
export type Only =
  | { kind: 'everything' }
  | { kind: 'segment'; segmentId: RecordId }
  | { kind: 'condition'; fieldId: RecordId; test: ConditionTest; value: string };

export type TriedMetric = { document: ModelDocument; metricId: RecordId; label: string; sentence: string };

/**
 * The document with the metric in it, to be read before it is made: the sentence comes from the very records that will be
 * added. A condition that has a name ("Delivered") becomes an "only …" to be used again; null while it is unfinished.
 */
export function tryMetric(
  document: ModelDocument,
  what: Pick<DrawMetric, 'entityId' | 'attributeId' | 'aggregation'> & { timeAttributeId: RecordId | null },
  only: Only,
  words: string,
): TriedMetric | null {
  const narrowed = narrow(document, what.entityId, only);
  if (narrowed === null) return null;
  const { filter, segmentIds } = narrowed;
  const drawn = drawMetric(narrowed.document, { ...what, filter, segmentIds, newId: newRecordId });
  const label = callFlagged(document, what, only) ?? labelOfRecord(drawn.document, drawn.metricId);
  const id = drawn.metricId;
  const named = nameByWords(drawn.document, { id, words: words.trim() === '' ? label : words, productKey: null });
  return { document: named, metricId: id, label, sentence: describeMetric(named, id) };
}

/** "Late orders", where the rows a flag is true of are counted. */
function callFlagged(
  document: ModelDocument,
  { entityId, attributeId, aggregation }: Pick<DrawMetric, 'entityId' | 'attributeId' | 'aggregation'>,
  only: Only,
): string | null {
  if (only.kind !== 'condition' || only.test !== 'yes' || attributeId !== null || aggregation !== 'count') return null;
  const flag = labelOfRecord(document, only.fieldId).replace(/^is /i, '');
  return `${flag.charAt(0).toUpperCase()}${flag.slice(1)} ${midSentence(pluralOf(labelOfRecord(document, entityId)))}`;
}

type Narrowed = { document: ModelDocument; filter: string | null; segmentIds: RecordId[] };

function narrow(document: ModelDocument, entityId: RecordId, only: Only): Narrowed | null {
  switch (only.kind) {
    case 'everything':
      return { document, filter: null, segmentIds: [] };
    case 'segment':
      return { document, filter: null, segmentIds: [only.segmentId] };
    case 'condition': {
      const field = recordOf(document, 'attribute', only.fieldId);
      const filter = field && writeCondition(field, only);
      if (!filter) return null;
      const label = nameCondition(only);
      return label === null ? { document, filter, segmentIds: [] } : withSegment(document, { entityId, label, filter });
    }
  }
}

function withSegment(document: ModelDocument, given: { entityId: RecordId; label: string; filter: string }): Narrowed {
  const known = indexModel(document).byKind.segment.find(
    (segment) => segment.entityId === given.entityId && segment.filter === given.filter,
  );
  if (known) return { document, filter: null, segmentIds: [known.id] };
  const id = newRecordId();
  return { document: addSegment(document, { id, ...given }), filter: null, segmentIds: [id] };
}
