import { canonicalJson } from '@/lib/base/canonical-json';
import { type Cut, slicesOf, timeCutOf } from '@/lib/model/cuts';
import { foldMetric } from '@/lib/model/fold-metric';
import { recordOf } from '@/lib/model/model-index';
import type { MeasureRecord, MetricRecord, ModelDocument, RecordId, TimeGrain } from '@/lib/model/records';
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

/**
 * The legs of a publishable metric, in the order of its formula, each once: what several formulas on the way have in common
 * is computed once, and says the same.
 */
export function expandMetric(model: ModelDocument, metric: MetricRecord): MetricLeg[] {
  const known = expanded.get(model) ?? new Map<RecordId, MetricLeg[]>();
  expanded.set(model, known);
  return foldMetric(model, metric, known, (one, partOf, parts) => legsOf(model, one, partOf, parts)) ?? [];
}

/** A document never changes. */
const expanded = new WeakMap<ModelDocument, Map<RecordId, MetricLeg[]>>();

function legsOf(
  model: ModelDocument,
  metric: MetricRecord,
  partOf: (id: RecordId | null) => MetricLeg[] | undefined,
  parts: readonly MetricRecord[],
): MetricLeg[] {
  const { formula } = metric;
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
      case 'derived':
        return parts.flatMap(({ id }) => partOf(id) ?? []);
      case 'change':
        return (partOf(formula.metricId) ?? []).map((leg) => ({
          ...leg,
          lookback:
            leg.lookback === 'all' ? 'all' : leg.lookback + offsetDays(formula.offset, metric.grain ?? leg.grain),
        }));
    }
  };
  const time = timeCutOf(metric);
  const made = legs().map((leg) => ({
    ...leg,
    filters: metric.filter === null ? leg.filters : [...leg.filters, metric.filter],
    segmentIds: [...leg.segmentIds, ...metric.segmentIds],
    times: time === null ? leg.times : [...leg.times, time],
    slices: [...leg.slices, ...slicesOf(metric)],
    grain: metric.grain ?? leg.grain,
  }));
  if (made.length < 2) return made;
  return [...new Map(made.map((leg) => [canonicalJson({ ...leg, measure: leg.measure.id }), leg])).values()];
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
