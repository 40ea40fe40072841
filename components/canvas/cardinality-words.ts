import type { Cardinality } from '@/lib/model/records';
import { midSentence, pluralOf } from '@/lib/model/words-for';

type Ends = { from: string; to: string };

/** How many belong together, as a sentence about the two things: "each order has one customer". */
export function cardinalityWords(cardinality: Cardinality, { from, to }: Ends): string {
  const [a, b] = [midSentence(from), midSentence(to)];
  switch (cardinality) {
    case 'many-to-one':
      return `Each ${a} has one ${b}`;
    case 'one-to-many':
      return `Each ${a} has any number of ${pluralOf(b)}`;
    case 'one-to-one':
      return `Each ${a} has one ${b}, and the other way round`;
  }
}

export function cardinalityOptions(ends: Ends): { value: Cardinality; label: string }[] {
  const all: Cardinality[] = ['many-to-one', 'one-to-many', 'one-to-one'];
  return all.map((value) => ({ value, label: cardinalityWords(value, ends) }));
}
