import { wordFor } from '@/lib/catalog/words';
import type { Cause } from '@/lib/engine/plan';
import type { Vocabulary } from '@/lib/model/vocabulary';

const spaced = (name: string) => name.replaceAll('_', ' ');

/** What a requirement is for: a metric, something stated, or a house rule; one word for a chain, a phrase for a list. */
export function describeCause(cause: Cause, vocabulary: Vocabulary): { short: string; phrase: string } {
  const name = (text: string) => (vocabulary === 'plain' ? spaced(text) : text);
  if (cause.metric !== null) return { short: name(cause.metric), phrase: `for the metric ${name(cause.metric)}` };
  if (cause.expectation !== undefined) {
    const what = vocabulary === 'plain' ? 'what they need' : wordFor('expectation', vocabulary);
    const need = vocabulary === 'plain' ? name(cause.expectation).replace(/ on model$/, '') : cause.expectation;
    return { short: need, phrase: `${what}: ${need}` };
  }
  if (cause.policy !== undefined)
    return { short: wordFor('policy', 'plain'), phrase: `${wordFor('policy', 'plain')} ${name(cause.policy)}` };
  if (cause.contract !== undefined)
    return { short: 'contract', phrase: `for the contract with ${name(cause.contract.product)}` };
  return { short: 'model', phrase: 'for the model as a whole' };
}
