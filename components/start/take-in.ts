import { nameByWords } from '@/components/editor/name-by-words';
import { boundAs } from '@/components/studio/bound-as';
import { fieldsTaken } from '@/components/studio/existing-ref';
import { capitalise } from '@/lib/base/capitalise';
import { bindEntity } from '@/lib/model/edits/bind-entity';
import { drawMetric } from '@/lib/model/edits/draw-metric';
import { recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { quoteName } from '@/lib/sql/quote-name';
import type { Taking } from './taking';

/**
 * Takes a proposal into a model: the entity bound to what offers it, with the fields the number needs, and the number as a
 * metric under the person's own words. Without a number all fields come but personal ones. Answers the record to show.
 */
export function takeIn(
  document: ModelDocument,
  { offered, attribute, number }: Taking,
  { newId, productKey }: { newId: () => RecordId; productKey: string },
): { document: ModelDocument; shownId: RecordId } {
  const needed = [attribute, number?.time ?? null].filter((name) => name !== null);
  const attributes = number === null && attribute === null ? fieldsTaken(offered.attributes) : needed;
  const bound = bindEntity(document, { newId, offered, attributes });
  if (number === null) return { document: bound.document, shownId: bound.entityId };
  const refs = boundAs(bound.document);
  const idOf = (name: string | null) =>
    name === null ? null : (refs.get(`${offered.product}.${offered.name}.${name}`) ?? null);
  const id = idOf(attribute);
  const field = recordOf(bound.document, 'attribute', id);
  const flag = field?.role === 'flag' ? field : null;
  const drawn = drawMetric(bound.document, {
    newId,
    entityId: bound.entityId,
    attributeId: flag === null ? id : null,
    filter: flag === null ? null : quoteName(flag.name),
    aggregation: number.aggregation,
    timeAttributeId: idOf(number.time),
  });
  const words = capitalise(number.words);
  return { document: nameByWords(drawn.document, { id: drawn.metricId, words, productKey }), shownId: drawn.metricId };
}
