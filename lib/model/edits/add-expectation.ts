import { indexModel } from '../model-index';
import type { ExpectationRecord, ModelDocument, RecordId } from '../records';
import { nextOrder } from './next-order';
import { putRecords } from './put-records';

export type NewExpectation = Partial<Omit<ExpectationRecord, 'kind'>> & {
  id: RecordId;
  onId: RecordId | null;
  rule: ExpectationRecord['rule'];
};

/** One more thing somebody needs; the same rule may be stated on one record several times, with another `when`. */
export function addExpectation(document: ModelDocument, given: NewExpectation): ModelDocument {
  const usual = { enforcement: 'check' as const, origin: 'stated' as const, words: null };
  return putRecords(document, { kind: 'expectation', order: nextOrder(document, 'expectation'), ...usual, ...given });
}

/** The stated expectation of a rule on a record (null: the model), first in order; null when nobody stated one. */
export function statedExpectation(
  document: ModelDocument,
  onId: RecordId | null,
  rule: ExpectationRecord['rule']['rule'],
): ExpectationRecord | null {
  const { expectation } = indexModel(document).byKind;
  return (
    expectation.find((other) => other.onId === onId && other.rule.rule === rule && other.origin !== 'policy') ?? null
  );
}
