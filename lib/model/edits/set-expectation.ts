import type { ModelDocument } from '../records';
import { addExpectation, type NewExpectation, statedExpectation } from './add-expectation';
import { putRecords } from './put-records';

/**
 * States a rule once: "at most 24 h old" becomes "at most 2 h old" instead of standing beside it. The record keeps its id,
 * its place and whatever is not given anew; without one the id given is used.
 */
export function setExpectation(document: ModelDocument, given: NewExpectation): ModelDocument {
  const { id: _id, ...fields } = given;
  const stated = statedExpectation(document, given.onId, given.rule.rule);
  return stated === null ? addExpectation(document, given) : putRecords(document, { ...stated, ...fields });
}
