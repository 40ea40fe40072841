import { type Cut, slicesOf, timeCutOf } from '@/lib/model/cuts';
import { indexModel, recordOf } from '@/lib/model/model-index';
import type { MeasureRecord, MetricRecord, ModelDocument, RecordId, TimeGrain } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import { lookbackDays, offsetDays } from './history-days';

/**
 * A metric is made of legs: one measure each, with every filter, date and cut that applies to it on the way. A ratio has
 * the legs of both sides, a derived metric those of every metric its formula names, so whatever a metric needs is what
 * its legs need.
 */
export type MetricLeg = {
  measure: MeasureRecord;
  /** SQL over the measured entity's names (or `entity.attribute`). */
  filters: string[];
  segmentIds: RecordId[];
  times: Cut[];
  slices: Cut[];
  /** Days before the first shown day that its window and offsets reach back; "all" keeps everything. */
  lookback: number | 'all';
  grain: TimeGrain;
};

/** The legs of a publishable metric, in the order of its formula. Reads each metric once, so a loop would end too. */
export function expandMetric(model: ModelDocument, metric: MetricRecord): MetricLeg[] {
  return expand(model, metric, new Set());
}

function expand(model: ModelDocument, metric: MetricRecord, above: ReadonlySet<RecordId>): MetricLeg[] {
  if (above.has(metric.id)) return [];
  const seen = new Set([...above, metric.id]);
  const { formula } = metric;
  const part = (id: RecordId | null): MetricLeg[] => {
    const record = recordOf(model, 'metric', id);
    return record ? expand(model, record, seen) : [];
  };
  const own = (id: RecordId | null, lookback: number | 'all'): MetricLeg[] => {
    const measure = recordOf(model, 'measure', id);
    return measure ? [legOf(measure, lookback)] : [];
  };
  const legs = (): MetricLeg[] => {
    switch (formula.kind) {
      case 'simple':
        return own(formula.measureId, 0);
      case 'cumulative':
        return own(formula.measureId, lookbackDays(formula));
      case 'ratio':
        return [...part(formula.numeratorId), ...part(formula.denominatorId)];
      case 'derived':
        return metricsNamedIn(model, formula.formula).flatMap((named) => expand(model, named, seen));
      case 'change':
        return part(formula.metricId).map((leg) => ({
          ...leg,
          lookback:
            leg.lookback === 'all' ? 'all' : leg.lookback + offsetDays(formula.offset, metric.grain ?? leg.grain),
        }));
    }
  };
  const time = timeCutOf(metric);
  return legs().map((leg) => ({
    ...leg,
    filters: metric.filter === null ? leg.filters : [...leg.filters, metric.filter],
    segmentIds: [...leg.segmentIds, ...metric.segmentIds],
    times: time === null ? leg.times : [...leg.times, time],
    slices: [...leg.slices, ...slicesOf(metric)],
    grain: metric.grain ?? leg.grain,
  }));
}

function legOf(measure: MeasureRecord, lookback: number | 'all'): MetricLeg {
  return {
    measure,
    filters: measure.filter === null ? [] : [measure.filter],
    segmentIds: measure.segmentIds,
    times: [],
    slices: [],
    lookback,
    grain: 'day',
  };
}

/** The metrics a formula names, in order of appearance; names that are no metric are left to the rules. */
function metricsNamedIn(model: ModelDocument, formula: string): MetricRecord[] {
  const tree = parseExpression(formula);
  if (!tree.ok) return [];
  const byName = new Map(indexModel(model).byKind.metric.map((metric) => [metric.name, metric]));
  return columnsOf(tree.value).flatMap((column) => byName.get(column.name) ?? []);
}
