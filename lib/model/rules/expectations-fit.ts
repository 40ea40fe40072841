import { mayStandOn } from '../fitting-targets';
import type { Issue } from '../issue';
import { indexModel, recordAt } from '../model-index';
import type { ModelDocument } from '../records';

/** A rule about values needs something that has some, one about orphans a relationship; the others may stand anywhere. */
export function expectationsFit(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.expectation.flatMap(({ id, onId, rule }): Issue[] => {
    const on = onId === null ? 'model' : recordAt(document, onId)?.kind;
    if (on === undefined || mayStandOn(rule.rule, on)) return [];
    return [{ code: 'expectation-misplaced', severity: 'error', at: id, rule: rule.rule, on }];
  });
}
