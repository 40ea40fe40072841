import { expressionsOf } from './expressions';
import { indexModel, recordOf } from './model-index';
import type { MeasureRecord, MetricRecord, ModelDocument, RecordId } from './records';

/** The metrics a metric is computed from, one step down, in the order they are written; names nobody bears are skipped. */
export function partsOf(document: ModelDocument, metric: MetricRecord): MetricRecord[] {
  const { formula } = metric;
  switch (formula.kind) {
    case 'simple':
    case 'cumulative':
      return [];
    case 'ratio':
      return metricsById(document, [formula.numeratorId, formula.denominatorId]);
    case 'change':
      return metricsById(document, [formula.metricId]);
    case 'derived': {
      const formulas = expressionsOf(metric).filter(({ place }) => place.in === 'formula');
      const { metricByName } = indexModel(document);
      return formulas.flatMap(({ columns }) =>
        columns.flatMap(({ qualifier, name }) => (qualifier === null ? (metricByName.get(name) ?? []) : [])),
      );
    }
  }
}

/**
 * The measures a metric comes down to, each once, however many formulas lie between. A formula that leads back to itself
 * is followed once around; the rule on cycles speaks about it.
 */
export function baseMeasuresOf(document: ModelDocument, metricId: RecordId): MeasureRecord[] {
  const measures = new Set<MeasureRecord>();
  const seen = new Set<RecordId>();
  const waiting = metricsById(document, [metricId]);
  for (let metric = waiting.pop(); metric !== undefined; metric = waiting.pop()) {
    if (seen.has(metric.id)) continue;
    seen.add(metric.id);
    const measure = ownMeasureOf(document, metric);
    if (measure) measures.add(measure);
    waiting.push(...partsOf(document, metric).reverse());
  }
  return [...measures];
}

/** The measure of a simple or cumulative metric; null for the others and while none is chosen. */
export function ownMeasureOf(document: ModelDocument, { formula }: MetricRecord): MeasureRecord | null {
  const isBase = formula.kind === 'simple' || formula.kind === 'cumulative';
  return isBase ? recordOf(document, 'measure', formula.measureId) : null;
}

function metricsById(document: ModelDocument, ids: (RecordId | null)[]): MetricRecord[] {
  return ids.flatMap((id) => recordOf(document, 'metric', id) ?? []);
}
