import { joinWords } from '@/lib/base/join-words';
import type { Cardinality } from '@/lib/model/records';
import type { Vocabulary } from '@/lib/model/vocabulary';
import { midSentence } from '@/lib/model/words-for';

/**
 * The two vocabularies, side by side and nowhere else. Engineers read the field's words, analysts the plain ones; a
 * screen names the concept and asks for its word, and never writes one of its own.
 */
const WORDS = {
  push: { field: 'push', plain: 'send upstream' },
  requirement: { field: 'requirement', plain: 'ask' },
  grain: { field: 'grain', plain: 'one row per' },
  gap: { field: 'gap', plain: 'nobody offers this yet' },
  cardinality: { field: 'cardinality', plain: 'how many belong together' },
  expectation: { field: 'expectation', plain: 'what I need' },
  attribute: { field: 'attribute', plain: 'field' },
  promise: { field: 'promise', plain: 'what they promise' },
  slo: { field: 'SLO', plain: 'what they promise' },
  segment: { field: 'segment', plain: 'only' },
  filter: { field: 'filter', plain: 'only' },
  slack: { field: 'slack', plain: 'room to spare' },
  behaviour: { field: 'behaviour', plain: 'how it adds up' },
  flow: { field: 'flow', plain: 'adds up' },
  stock: { field: 'stock', plain: 'level' },
  unit: { field: 'unit', plain: 'never add' },
  derivation: { field: 'derivation', plain: 'comes from' },
  unbound: { field: 'unbound', plain: 'not yet found' },
  'fan-out': { field: 'fan-out', plain: 'this would count twice' },
  chasm: { field: 'chasm', plain: 'this would count twice' },
  activation: { field: 'activation', plain: 'ready to use' },
  'lean-scope': { field: 'lean scope', plain: 'needed' },
  'deferred-scope': { field: 'deferred scope', plain: 'left out' },
  ledger: { field: 'ledger', plain: 'what we need not move' },
  policy: { field: 'policy', plain: 'house rule' },
  'end-to-end-slo': { field: 'end-to-end SLO', plain: 'end-to-end need' },
} as const satisfies Record<string, Record<Vocabulary, string>>;

export type Concept = keyof typeof WORDS;
export const CONCEPTS: readonly Concept[] = Object.keys(WORDS).filter(isConcept);

function isConcept(word: string): word is Concept {
  return Object.hasOwn(WORDS, word);
}

/** What a reader calls a concept. */
export function wordFor(concept: Concept, vocabulary: Vocabulary): string {
  return WORDS[concept][vocabulary];
}

/** What one row is: `grain: order_id, line`, or `one row per order number and line`. */
export function grainWords(attributes: readonly string[], vocabulary: Vocabulary): string {
  if (vocabulary === 'field') return `grain: ${attributes.join(', ')}`;
  const words = attributes.map(midSentence);
  return `one row per ${joinWords(words) || '…'}`;
}

/** How two entities belong together: `many-to-one`, or `each order has one customer`. */
export function cardinalityWords(
  cardinality: Cardinality,
  ends: { from: string; to: string },
  vocabulary: Vocabulary,
): string {
  if (vocabulary === 'field') return cardinality;
  const from = midSentence(ends.from);
  const to = midSentence(ends.to);
  switch (cardinality) {
    case 'many-to-one':
      return `each ${from} has one ${to}`;
    case 'one-to-many':
      return `each ${to} has one ${from}`;
    case 'one-to-one':
      return `each ${from} has one ${to}, and the other way round`;
  }
}
