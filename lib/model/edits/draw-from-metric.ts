import { recordOf } from '../model-index';
import { labelOfRecord } from '../names';
import type { MetricRecord, ModelDocument, RecordId } from '../records';
import { midSentence, singularOf } from '../words-for';
import { addMetric } from './add-metric';
import { toName } from './free-name';

/** A running total is of what a metric measures itself, so only of a simple one. */
export type MetricOf = { is: 'ratio'; byId: RecordId } | { is: 'change' } | { is: 'running' };

/**
 * Another metric worked out from one that is there, named after both ("Revenue per order", "Change of revenue"). A ratio
 * and a change take their date from their parts; a running total counts the same rows by the same date. What cannot be
 * made changes nothing.
 */
export function drawFromMetric(
  document: ModelDocument,
  { id, fromId, how }: { id: RecordId; fromId: RecordId; how: MetricOf },
): ModelDocument {
  const from = recordOf(document, 'metric', fromId);
  const made = from && startOf(document, from, how);
  return made ? addMetric(document, { ...made, id, name: toName(made.label, 'metric') }) : document;
}

type Made = Partial<Omit<MetricRecord, 'kind'>> & { label: string; formula: MetricRecord['formula'] };

function startOf(document: ModelDocument, from: MetricRecord, how: MetricOf): Made | null {
  const label = labelOfRecord(document, from.id);
  switch (how.is) {
    case 'ratio': {
      if (recordOf(document, 'metric', how.byId) === null || how.byId === from.id) return null;
      const per = singularOf(midSentence(labelOfRecord(document, how.byId)));
      return {
        label: `${label} per ${per}`,
        formula: { kind: 'ratio', numeratorId: from.id, denominatorId: how.byId },
      };
    }
    case 'change':
      return {
        label: `Change of ${midSentence(label)}`,
        formula: { kind: 'change', metricId: from.id, offset: { months: 1 } },
      };
    case 'running': {
      if (from.formula.kind !== 'simple') return null;
      const { timeAttributeId, segmentIds, filter, unit, direction } = from;
      const formula = {
        kind: 'cumulative' as const,
        measureId: from.formula.measureId,
        window: { days: 30 },
        toDate: null,
      };
      return { label: `Running ${midSentence(label)}`, formula, timeAttributeId, segmentIds, filter, unit, direction };
    }
  }
}
