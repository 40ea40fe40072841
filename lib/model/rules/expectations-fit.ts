import type { Issue } from '../issue';
import { indexModel, recordAt } from '../model-index';
import type { ModelDocument, RecordKind } from '../records';
import type { ExpectationRule } from '../rule';

/** A rule about values needs something that has some, one about orphans a relationship; the others may stand anywhere. */
export function expectationsFit(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.expectation.flatMap(({ id, onId, rule }): Issue[] => {
    const on = onId === null ? 'model' : recordAt(document, onId)?.kind;
    const fitting = FITTING[rule.rule];
    if (on === undefined || fitting === undefined || fitting.includes(on)) return [];
    return [{ code: 'expectation-misplaced', severity: 'error', at: id, rule: rule.rule, on }];
  });
}

const FITTING: { readonly [R in ExpectationRule['rule']]?: readonly (RecordKind | 'model')[] } = {
  'not-null': ['attribute'],
  unique: ['entity', 'attribute'],
  'in-set': ['attribute'],
  range: ['attribute', 'metric'],
  pattern: ['attribute'],
  holds: ['entity', 'attribute', 'relationship'],
  reference: ['relationship'],
};
