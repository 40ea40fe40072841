import { baseMeasuresOf } from '../base-measures';
import type { Fix, Issue } from '../issue';
import { timeOfMetric } from '../metric-time';
import { indexModel } from '../model-index';
import { obviousTime } from '../obvious-time';
import type { MetricRecord, ModelDocument } from '../records';

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
  const [measure, second] = baseMeasuresOf(document, metric.id);
  if (measure === undefined || second !== undefined) return {};
  const attributeId = obviousTime(document, measure.entityId, metric.id);
  if (attributeId === null) return {};
  const does = { verb: 'set-time' as const, attributeId };
  return { fix: { does, put: [{ ...metric, timeAttributeId: attributeId }], remove: [] } };
}
