import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { ModelDocument } from '../records';

/** Rows can be counted as they are; everything else is an aggregation of something. */
export function measuresAreFinished(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.measure.flatMap(({ id, aggregation, expression, percentile }): Issue[] => {
    const issues: Issue[] = [];
    if (expression === null && aggregation !== 'count')
      issues.push({ code: 'expression-missing', severity: 'error', at: id, place: { in: 'expression' } });
    if (percentile === null && aggregation === 'percentile')
      issues.push({ code: 'percentile-missing', severity: 'error', at: id });
    return issues;
  });
}
