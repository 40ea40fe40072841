import { attributesIn, indexModel } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { inputsOf } from '@/lib/model/scope';

const made = new WeakMap<ModelDocument, ReadonlyMap<string, RecordId>>();

/**
 * What of others is on the canvas: `product.entity` and `product.entity.field` with the records that are plainly bound to
 * them. Anything computed from several inputs is this model's own and is not listed.
 */
export function boundAs(document: ModelDocument): ReadonlyMap<string, RecordId> {
  const known = made.get(document);
  if (known) return known;
  const bound = new Map<string, RecordId>();
  for (const entity of indexModel(document).byKind.entity) {
    const [input, second] = inputsOf(entity);
    if (!input || second || !('entity' in input)) continue;
    if (!bound.has(input.entity)) bound.set(input.entity, entity.id);
    for (const { id, expression } of attributesIn(document, entity.id)) {
      if (!expression?.startsWith(`${input.as}.`)) continue;
      const ref = `${input.entity}.${expression.slice(input.as.length + 1)}`;
      if (!bound.has(ref)) bound.set(ref, id);
    }
  }
  made.set(document, bound);
  return bound;
}
