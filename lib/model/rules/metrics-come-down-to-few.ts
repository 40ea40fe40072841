import { foldMetric } from '../fold-metric';
import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { MetricRecord, ModelDocument, RecordId } from '../records';

/** So many sets of rows a metric may be worked out over: far beyond what anybody could explain, and quick to plan. */
const WAYS_MAX = 200;

/**
 * Metrics that each lay a filter, date or cut of their own on others they share double, step by step, what has to be worked
 * out: forty small formulas would be a billion sets of rows. What a formula merely repeats is worked out once and counts
 * once. Told at the first metric that goes beyond; those computed from it fall with it.
 */
export function metricsComeDownToFew(document: ModelDocument): Issue[] {
  const known = new Map<RecordId, Ways>();
  const steps: Steps = new Map();
  return indexModel(document).byKind.metric.flatMap((metric): Issue[] => {
    const ways = foldMetric(document, metric, known, (one, partOf, parts) =>
      waysOf(
        steps,
        one,
        parts.map(({ id }) => partOf(id) ?? NONE),
      ),
    );
    return ways === 'too-many'
      ? [{ code: 'metric-of-too-many-rows', severity: 'error', at: metric.id, max: WAYS_MAX }]
      : [];
  });
}

/** Each way is a number; the same measure under the same filters, dates and cuts is the same number. */
type Ways = ReadonlySet<number> | 'too-many' | 'of-too-many';
const NONE: Ways = new Set();
/** What was laid on a way gives the next one. */
type Steps = Map<string, number>;

function waysOf(steps: Steps, metric: MetricRecord, parts: readonly Ways[]): Ways {
  const stepTo = (from: number | null) => {
    const key = `${from} ${laidOn(metric)}`;
    const known = steps.get(key) ?? steps.size;
    steps.set(key, known);
    return known;
  };
  const { formula } = metric;
  if (formula.kind === 'simple' || formula.kind === 'cumulative') return new Set([stepTo(null)]);
  const ways = new Set<number>();
  for (const part of parts) {
    if (typeof part === 'string') return 'of-too-many';
    for (const way of part) ways.add(way);
  }
  const isAsItIs = laidOn(metric) === NOTHING;
  const made = isAsItIs ? ways : new Set(Array.from(ways, stepTo));
  return made.size > WAYS_MAX ? 'too-many' : made;
}

/** All that a metric lays on what it is computed from. */
function laidOn({ formula, filter, segmentIds, timeAttributeId, timeRole, sliceIds, roleSlices, grain }: MetricRecord) {
  const measured = formula.kind === 'simple' || formula.kind === 'cumulative' ? formula : null;
  const offset = formula.kind === 'change' ? formula.offset : null;
  return JSON.stringify([
    measured,
    offset,
    filter,
    segmentIds,
    timeAttributeId,
    timeRole ?? null,
    sliceIds,
    roleSlices ?? [],
    grain,
  ]);
}

const NOTHING = JSON.stringify([null, null, null, [], null, null, [], [], null]);
