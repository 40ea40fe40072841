import { isComparable } from '@/lib/sql/type-rules';
import { attributesIn, indexModel, recordOf } from '../model-index';
import type { AttributeRecord, EntityRecord, ModelDocument, RecordId } from '../records';
import { manyToOnePaths } from '../references';
import type { Relate } from './relate';

/**
 * The lines that the keys suggest between an entity and the others: where one carries, under the same names, everything
 * that identifies a row of the other. Only identifiers count, and a line that would open a second way between two
 * entities is not suggested: which of two ways is meant is a question for a person.
 */
export function guessRelationships(document: ModelDocument, entityId: RecordId): Relate['pairs'][] {
  const { entity: entities } = indexModel(document).byKind;
  const entity = recordOf(document, 'entity', entityId);
  if (entity === null) return [];
  const others = entities.filter(({ id }) => id !== entityId);
  const guesses = others.flatMap((other) => [guess(document, entity, other), guess(document, other, entity)]);
  return guesses
    .flatMap((found) => found ?? [])
    .reduce(keepUnambiguous(document), [])
    .map(({ pairs }) => pairs);
}

type Guess = { fromId: RecordId; toId: RecordId; pairs: Relate['pairs'] };

function guess(document: ModelDocument, many: EntityRecord, one: EntityRecord): Guess | null {
  const keys = one.grain.flatMap((id) => recordOf(document, 'attribute', id) ?? []);
  const pairs = keys.flatMap((key) => {
    const carried = attributesIn(document, many.id).find((attribute) => matches(attribute, key));
    return carried ? [{ fromId: carried.id, toId: key.id }] : [];
  });
  const isWhole = keys.length > 0 && pairs.length === keys.length;
  return isWhole ? { fromId: many.id, toId: one.id, pairs } : null;
}

function matches(attribute: AttributeRecord, key: AttributeRecord): boolean {
  const areIdentifiers = attribute.role === 'identifier' && key.role === 'identifier';
  return areIdentifiers && attribute.name === key.name && isComparable(attribute.type, key.type);
}

/** Ways that are there, and those the guesses kept so far would make, count alike. */
function keepUnambiguous(document: ModelDocument) {
  const ids = indexModel(document).byKind.entity.map(({ id }) => id);
  const reached = (from: RecordId, kept: readonly Guess[]): Set<RecordId> => {
    const found = new Set<RecordId>([from]);
    for (const at of found) {
      for (const id of ids) if (manyToOnePaths(document, at, id).length > 0) found.add(id);
      for (const { fromId, toId } of kept) if (fromId === at) found.add(toId);
    }
    return found;
  };
  return (kept: Guess[], next: Guess): Guess[] => {
    const ahead = reached(next.toId, kept);
    const opensSecondWay = ids
      .filter((id) => reached(id, kept).has(next.fromId))
      .some((start) => [...reached(start, kept)].some((id) => ahead.has(id)));
    return opensSecondWay ? kept : [...kept, next];
  };
}
