import { nameByWords } from '@/components/editor/name-by-words';
import { capitalise } from '@/lib/base/capitalise';
import { addAttribute } from '@/lib/model/edits/add-attribute';
import { addEntity } from '@/lib/model/edits/add-entity';
import { drawMetric } from '@/lib/model/edits/draw-metric';
import { toName } from '@/lib/model/edits/free-name';
import { recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';

type Wish = { words: string; entityId: RecordId | null };

/**
 * A number nobody offers, as a wish: a field that is not yet found, on an entity that is drawn or on one of its own name,
 * and a metric that sums it. Whoever is nearest is asked for it when the model is sent.
 */
export function takeWish(
  document: ModelDocument,
  { words, entityId }: Wish,
  { newId, productKey }: { newId: () => RecordId; productKey: string },
): { document: ModelDocument; shownId: RecordId } {
  const label = capitalise(words);
  const home = recordOf(document, 'entity', entityId)?.id ?? null;
  if (home === null) {
    const id = newId();
    return { document: addEntity(document, { id, label }), shownId: id };
  }
  const attributeId = newId();
  const name = toName(label, 'field');
  const wished = addAttribute(document, { id: attributeId, entityId: home, name, label, type: 'decimal' });
  const drawn = drawMetric(wished, { newId, entityId: home, attributeId, aggregation: 'sum' });
  return {
    document: nameByWords(drawn.document, { id: drawn.metricId, words: label, productKey }),
    shownId: drawn.metricId,
  };
}
