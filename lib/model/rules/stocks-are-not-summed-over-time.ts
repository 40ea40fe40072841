import { ownMeasureOf } from '../base-measures';
import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { Aggregation, ModelDocument } from '../records';

/**
 * A level (stock in store, recurring revenue) is the last value of a period. Shown over time it is fine, and so are its
 * highest, lowest or average over a window; a running window or to-date total that sums or counts it adds the same thing
 * up once per day. Checked: a cumulative metric on a measure of behaviour stock that is a sum or a count.
 */
export function stocksAreNotSummedOverTime(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.metric.flatMap((metric): Issue[] => {
    if (metric.formula.kind !== 'cumulative') return [];
    const measure = ownMeasureOf(document, metric);
    if (measure?.behaviour !== 'stock' || !ADDS.includes(measure.aggregation)) return [];
    return [{ code: 'stock-summed-over-time', severity: 'error', at: metric.id, measureId: measure.id }];
  });
}

const ADDS: readonly Aggregation[] = ['sum', 'count'];
