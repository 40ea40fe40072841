import { expressionsIn } from '../expressions';
import type { Issue } from '../issue';
import type { ModelDocument } from '../records';

/** Text that is no expression can be neither computed nor moved; an empty one is simply not written yet. */
export function expressionsParse(document: ModelDocument): Issue[] {
  return expressionsIn(document).flatMap(({ record, written: { place, parsed } }): Issue[] => {
    if (parsed.ok || (parsed.error.code === 'empty' && place.in === 'formula')) return [];
    const { error: problem } = parsed;
    if (problem.code === 'empty') return [{ code: 'expression-missing', severity: 'error', at: record.id, place }];
    return [{ code: 'expression-does-not-parse', severity: 'error', at: record.id, place, problem }];
  });
}
