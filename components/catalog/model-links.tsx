'use client';

import { useVocabulary } from '@/components/shell/use-vocabulary';
import type { ProductPageModel } from '@/lib/api/product-page';
import { capitalise } from '@/lib/base/capitalise';
import { cardinalityWords } from '@/lib/catalog/words';

/** "each order has one customer": what the crow's feet of the canvas say, in words. */
export function ModelLinks({ model }: { model: ProductPageModel }) {
  const vocabulary = useVocabulary();
  const labels = new Map(model.entities.map((entity) => [entity.key, entity.label]));
  const labelOf = (key: string) => labels.get(key) ?? key;
  return (
    <ul aria-label="Relationships" className="border-t px-4 py-2.5 text-sm">
      {model.relationships.map((link) => {
        const ends = { from: labelOf(link.from.entity), to: labelOf(link.to.entity) };
        const words = link.cardinality && cardinalityWords(link.cardinality, ends, vocabulary);
        return (
          <li key={link.id} className="flex min-h-6 flex-wrap items-center gap-x-1.5">
            {vocabulary === 'field' || !words ? `${ends.from} – ${ends.to}` : capitalise(words)}
            <span className="text-fg-2 text-xs">
              {[
                ...(link.label && !isSame(link.label, words) ? [link.label] : []),
                ...(vocabulary === 'field' && words ? [words] : []),
                ...(link.optional ? ['may be absent'] : []),
              ].join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** A label that only repeats the sentence says nothing. */
function isSame(label: string, words: string | null): boolean {
  return words !== null && label.toLowerCase() === words.toLowerCase();
}
