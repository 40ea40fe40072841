import { indexModel } from './model-index';
import type { ExpectationRecord, ModelDocument } from './records';

/** How fresh somebody needs it: at most so old, or every event as it happens. */
export type HowFresh = { is: 'age'; maxMinutes: number } | { is: 'events'; maxMinutes: number };

/** With every event the data is still some age when it is used; this is what "as it happens" comes to until told exactly. */
export const EVENT_MINUTES = 1;

/** How fresh the whole model is needed; null while nobody said so. Every event is a stream as well as an age. */
export function howFreshOf(document: ModelDocument): HowFresh | null {
  const age = modelNeed(document, 'freshness');
  const stream = modelNeed(document, 'delivery');
  if (age?.rule.rule !== 'freshness') return null;
  const isStream = stream?.rule.rule === 'delivery' && stream.rule.mode === 'stream';
  return { is: isStream ? 'events' : 'age', maxMinutes: age.rule.maxMinutes };
}

/** The first need of a rule that is about the whole model and no house rule. */
export function modelNeed(document: ModelDocument, rule: ExpectationRecord['rule']['rule']): ExpectationRecord | null {
  const { expectation } = indexModel(document).byKind;
  return expectation.find((need) => need.onId === null && need.rule.rule === rule && need.origin !== 'policy') ?? null;
}
