import { indexModel, recordOf } from './model-index';
import type { Cardinality, ModelDocument, RecordId, RelationshipEnd } from './records';

/**
 * What the keys of two ends say about how many go with how many: an end whose attributes identify its rows is a "one".
 * Null when neither does, because then it is many-to-many and wants an entity in between.
 */
export function guessCardinality(
  document: ModelDocument,
  { from, to }: { from: RelationshipEnd; to: RelationshipEnd },
): Cardinality | null {
  const isOneFrom = isOneEnd(document, from);
  if (isOneEnd(document, to)) return isOneFrom ? 'one-to-one' : 'many-to-one';
  return isOneFrom ? 'one-to-many' : null;
}

/** True when the attributes of an end hold the whole grain of its entity, or something declared unique. */
export function isOneEnd(document: ModelDocument, { entityId, attributeIds }: RelationshipEnd): boolean {
  const holds = (ids: readonly RecordId[]) => ids.length > 0 && ids.every((id) => attributeIds.includes(id));
  const entity = recordOf(document, 'entity', entityId);
  return entity !== null && (holds(entity.grain) || declaredUnique(document, entityId).some(holds));
}

/** The sets of attributes of an entity that an expectation declares unique. */
function declaredUnique(document: ModelDocument, entityId: RecordId): RecordId[][] {
  return indexModel(document).byKind.expectation.flatMap(({ onId, rule }): RecordId[][] => {
    if (rule.rule !== 'unique') return [];
    if (onId === entityId) return rule.attributes === undefined ? [] : [rule.attributes];
    const isOwn = recordOf(document, 'attribute', onId)?.entityId === entityId;
    return isOwn && onId !== null ? [rule.attributes ?? [onId]] : [];
  });
}
