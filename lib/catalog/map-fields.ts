import type { AttributeRecord } from '@/lib/model/records';
import { isAssignable } from '@/lib/sql/types';
import { compareNaming } from './naming';

type Field = Pick<AttributeRecord, 'name' | 'label' | 'synonyms' | 'type'>;

/**
 * Which of the offered fields each wished one could be: the same name before a similar one, in a type that loses nothing,
 * each offered one used once. Null where nothing is called like it; a type alone maps nothing. `meaningless` are words
 * that say only what both are about.
 */
export function mapFields(
  wished: readonly Field[],
  offered: readonly Field[],
  meaningless: ReadonlySet<string>,
): Map<string, string | null> {
  const pairs = wished.flatMap((wish) =>
    offered.flatMap((offer) => {
      const named = isAssignable(offer.type, wish.type)
        ? compareNaming(wish, offer, { words: meaningless, where: 'same-thing' })
        : null;
      return named ? [{ wish: wish.name, offer: offer.name, share: named.share + (named.how === 'same' ? 1 : 0) }] : [];
    }),
  );
  pairs.sort((a, b) => b.share - a.share);
  const mapped = new Map<string, string | null>(wished.map(({ name }) => [name, null]));
  const used = new Set<string>();
  for (const { wish, offer } of pairs) {
    if (mapped.get(wish) !== null || used.has(offer)) continue;
    mapped.set(wish, offer);
    used.add(offer);
  }
  return mapped;
}
