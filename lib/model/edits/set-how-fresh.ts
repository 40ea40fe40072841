import { type HowFresh, howFreshOf, modelNeed } from '../how-fresh';
import type { ExpectationRecord, ModelDocument, RecordId } from '../records';
import { removeRecords } from './plan-removal';
import { setExpectation } from './set-expectation';

/**
 * Says how fresh the whole model is needed. Every event states a stream beside the age; anything else takes back the
 * stream that stood for it, and leaves every other way of delivery alone.
 */
export function setHowFresh(
  document: ModelDocument,
  { fresh, newId, origin = 'stated' }: { fresh: HowFresh; newId: () => RecordId; origin?: ExpectationRecord['origin'] },
): ModelDocument {
  const { maxMinutes } = fresh;
  const aged = setExpectation(document, { id: newId(), onId: null, rule: { rule: 'freshness', maxMinutes }, origin });
  if (fresh.is === 'events')
    return setExpectation(aged, { id: newId(), onId: null, rule: { rule: 'delivery', mode: 'stream' }, origin });
  const stream = howFreshOf(document)?.is === 'events' ? modelNeed(aged, 'delivery') : null;
  return stream === null ? aged : removeRecords(aged, [stream.id]);
}
