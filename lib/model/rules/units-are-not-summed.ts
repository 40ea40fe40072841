import { ownMeasureOf } from '../base-measures';
import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { ModelDocument } from '../records';

/**
 * What never adds (a rate, a temperature) has no sum, neither over rows nor over time. A warning only: whoever says `unit`
 * of a total may have meant that the results of several periods are not to be added. How many there are may be counted;
 * a running count is worked out from the rows.
 */
export function unitsAreNotSummed(document: ModelDocument): Issue[] {
  const { measure: measures, metric: metrics } = indexModel(document).byKind;
  const summed = measures.filter(({ behaviour, aggregation }) => behaviour === 'unit' && aggregation === 'sum');
  if (summed.length === 0) return [];
  const own = summed.map(({ id }): Issue => ({ code: 'unit-summed', severity: 'warning', at: id, measureId: id }));
  const running = metrics.flatMap((metric): Issue[] => {
    const measure = metric.formula.kind === 'cumulative' ? ownMeasureOf(document, metric) : null;
    if (!measure || !summed.includes(measure)) return [];
    return [{ code: 'unit-summed', severity: 'warning', at: metric.id, measureId: measure.id }];
  });
  return [...own, ...running];
}
