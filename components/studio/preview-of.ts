import type { Origins } from '@/components/canvas/origins-context';
import { describeHeld } from '@/components/shell/describe-held';
import { describeCondition } from '@/lib/model/condition-words';
import { parsedAt } from '@/lib/model/expressions';
import { attributesIn, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { MetricRecord, ModelDocument, RecordId, SegmentRecord } from '@/lib/model/records';
import { describeMeasure, describeMetric } from '@/lib/model/sentence';
import { callsOver, pluralOf, timesOver } from '@/lib/model/words-for';

export type RecordPreview = {
  kind: string;
  name: string;
  holds: string | null;
  sentence: string | null;
  from: string | null;
};

/** What a record of the open model is, in a few lines; null for what has no name or is gone. */
export function previewOf(document: ModelDocument, id: RecordId, origins: Origins): RecordPreview | null {
  const record = document.records[id];
  const name = labelOfRecord(document, id);
  switch (record?.kind) {
    case 'entity': {
      const fields = attributesIn(document, id).length;
      const rows = record.grain.map((key) => labelOfRecord(document, key)).join(', ');
      const holds = [`${fields} ${fields === 1 ? 'field' : 'fields'}`, ...(rows ? [`one row per ${rows}`] : [])];
      const from = fromOf(document, id, origins);
      return { kind: 'Entity', name, holds: holds.join(', '), sentence: record.description, from };
    }
    case 'attribute': {
      const from = record.expression === null ? 'Not found yet' : fromOf(document, record.entityId, origins);
      return {
        kind: partOf(document, 'Field', record),
        name,
        holds: describeHeld(record),
        sentence: record.description,
        from,
      };
    }
    case 'measure': {
      const from = fromOf(document, record.entityId, origins);
      const words = describeMeasure(document, record);
      const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
      return { kind: partOf(document, 'Measure', record), name, holds: inUnit(record.unit), sentence, from };
    }
    case 'segment': {
      const kind = `Only some of the ${pluralOf(labelOfRecord(document, record.entityId))}`;
      const from = fromOf(document, record.entityId, origins);
      return { kind, name, holds: null, sentence: filterOf(document, record), from };
    }
    case 'metric': {
      const sentence = describeMetric(document, id);
      return {
        kind: 'Metric',
        name,
        holds: inUnit(record.unit),
        sentence,
        from: metricFrom(document, record, origins),
      };
    }
    default:
      return null;
  }
}

function partOf(document: ModelDocument, kind: string, { entityId }: { entityId: RecordId }): string {
  return `${kind} of ${labelOfRecord(document, entityId)}`;
}

function inUnit(unit: string | null): string | null {
  return unit === null ? null : `in ${unit}`;
}

function filterOf(document: ModelDocument, segment: SegmentRecord): string {
  const tree = parsedAt(segment, { in: 'filter' });
  if (!tree) return segment.filter;
  const { entityId } = segment;
  return `Where ${describeCondition(tree, callsOver(document, entityId), timesOver(document, entityId))}.`;
}

/** A metric made of others comes from wherever they do: its sentence names them. */
function metricFrom(document: ModelDocument, { formula }: MetricRecord, origins: Origins): string | null {
  const measure = 'measureId' in formula ? recordOf(document, 'measure', formula.measureId) : null;
  return measure && fromOf(document, measure.entityId, origins);
}

function fromOf(document: ModelDocument, entityId: RecordId, origins: Origins): string {
  const derivation = recordOf(document, 'entity', entityId)?.derivation;
  if (!derivation) return 'Not found yet';
  const ref = 'entity' in derivation.from ? derivation.from.entity : derivation.from.table;
  const [product = ref] = ref.split('.', 1);
  return `From ${origins.get(product)?.name ?? ref}`;
}
