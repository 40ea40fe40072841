import type { Issue } from '../issue';
import { isSameTime, timeOfMetric } from '../metric-time';
import { indexModel, recordOf } from '../model-index';
import type { ModelDocument } from '../records';

/**
 * Orders by the day they were placed over customers by the day they first came divides two different days by each other.
 * A time of its own does not cure a ratio: its parts would still be counted on theirs.
 */
export function ratiosShareATime(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.metric.flatMap(({ id, formula }): Issue[] => {
    if (formula.kind !== 'ratio') return [];
    const [numerator, denominator] = [formula.numeratorId, formula.denominatorId].map((part) => {
      const metric = recordOf(document, 'metric', part);
      return metric && timeOfMetric(document, metric);
    });
    const [numeratorTimeId, denominatorTimeId] = [numerator?.attributeId, denominator?.attributeId];
    if (!numerator || !denominator || !numeratorTimeId || !denominatorTimeId) return [];
    if (isSameTime(numerator, denominator)) return [];
    return [{ code: 'ratio-at-different-times', severity: 'error', at: id, numeratorTimeId, denominatorTimeId }];
  });
}
