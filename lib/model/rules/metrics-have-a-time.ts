import { baseMeasuresOf } from '../base-measures';
import type { Fix, Issue } from '../issue';
import { timeOfMetric } from '../metric-time';
import { attributesIn, indexModel, recordOf } from '../model-index';
import type { MetricRecord, ModelDocument, RecordId } from '../records';
import { uniquePath } from '../references';

/**
 * A number nobody can place in time cannot be compared with yesterday's, nor say how much history it needs. A ratio or
 * derived metric inherits the time its parts agree on; one whose parts are not known yet is left to the other rules.
 */
export function metricsHaveATime(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.metric.flatMap((metric): Issue[] => {
    const time = timeOfMetric(document, metric);
    if (time.attributeId !== null) return [];
    const isKnown = metric.formula.kind === 'simple' || metric.formula.kind === 'cumulative';
    if (!isKnown && baseMeasuresOf(document, metric.id).length === 0) return [];
    const { partTimes } = time;
    return [{ code: 'metric-without-time', severity: 'error', at: metric.id, partTimes, ...fixFor(document, metric) }];
  });
}

function fixFor(document: ModelDocument, metric: MetricRecord): { fix?: Fix } {
  const attributeId = obviousTime(document, metric);
  if (attributeId === null) return {};
  const does = { verb: 'set-time' as const, attributeId };
  return { fix: { does, put: [{ ...metric, timeAttributeId: attributeId }], remove: [] } };
}

/** The one time the other metrics of the same rows are shown over, else the only time those rows have. */
function obviousTime(document: ModelDocument, metric: MetricRecord): RecordId | null {
  const [measure, second] = baseMeasuresOf(document, metric.id);
  if (measure === undefined || second !== undefined) return null;
  const siblings = indexModel(document).byKind.metric.filter((other) =>
    baseMeasuresOf(document, other.id).every(({ entityId }) => entityId === measure.entityId),
  );
  const used = new Set(siblings.flatMap(({ timeAttributeId }) => timeAttributeId ?? []));
  const times = attributesIn(document, measure.entityId).filter(({ role }) => role === 'time');
  const candidates = used.size > 0 ? [...used] : times.map(({ id }) => id);
  const [only] = candidates;
  const attribute = candidates.length === 1 && only !== undefined ? recordOf(document, 'attribute', only) : null;
  return attribute && uniquePath(document, measure.entityId, attribute.entityId).ok ? attribute.id : null;
}
