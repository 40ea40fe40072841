import type { Issue, IssueOf } from '../issue';
import { indexModel } from '../model-index';
import type { MetricFormula, ModelDocument } from '../records';

/** A metric whose parts are not chosen yet is savable and not more. */
export function metricsAreFinished(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.metric.flatMap(({ id, formula }) =>
    missingParts(formula).map((part): Issue => ({ code: 'metric-unfinished', severity: 'error', at: id, part })),
  );
}

type Part = IssueOf<'metric-unfinished'>['part'];

function missingParts(formula: MetricFormula): Part[] {
  const whenNull = (value: unknown, part: Part): Part[] => (value === null ? [part] : []);
  switch (formula.kind) {
    case 'simple':
      return whenNull(formula.measureId, 'measure');
    case 'ratio':
      return [...whenNull(formula.numeratorId, 'numerator'), ...whenNull(formula.denominatorId, 'denominator')];
    case 'derived':
      return formula.formula.trim() === '' ? ['formula'] : [];
    case 'cumulative':
      return [...whenNull(formula.measureId, 'measure'), ...whenNull(formula.window ?? formula.toDate, 'window')];
    case 'change':
      return whenNull(formula.metricId, 'metric');
  }
}
