import type { Issue } from '../issue';
import { attributeNamesIn, attributesIn, indexModel } from '../model-index';
import type { ModelDocument, RelationshipRecord } from '../records';
import { manyToOneDirections } from '../references';

/**
 * Two records of one name cannot be told apart where the name is used. The first in order keeps it and the later one is
 * at fault, so that a slip of the hand does not take down what has long stood. A role shares the place of an entity's
 * name in `role.attribute`, and may only be that of the entity it leads to.
 */
export function namesAreUnique(document: ModelDocument): Issue[] {
  const { byKind } = indexModel(document);
  const named = [byKind.entity, byKind.relationship, byKind.segment, byKind.measure, byKind.metric];
  const inEntities = byKind.entity.map(({ id }) =>
    attributesIn(document, id).length > attributeNamesIn(document, id).size ? attributesIn(document, id) : [],
  );
  return [...[...named, ...inEntities].flatMap(collisionsIn), ...rolesLikeEntities(document)];
}

type Named = { id: string; name: string };

function collisionsIn(records: readonly Named[]): Issue[] {
  const first = new Map<string, Named>();
  return records.flatMap((record): Issue[] => {
    const other = first.get(record.name);
    if (other === undefined) first.set(record.name, record);
    if (other === undefined || record.name === '') return [];
    return [{ code: 'name-collision', severity: 'error', at: record.id, name: record.name, otherId: other.id }];
  });
}

function rolesLikeEntities(document: ModelDocument): Issue[] {
  const { byKind, entityByName } = indexModel(document);
  return byKind.relationship.flatMap((relationship): Issue[] => {
    const { id, role } = relationship;
    const other = role === null ? undefined : entityByName.get(role);
    if (other === undefined || endsReached(relationship).includes(other.id)) return [];
    return [{ code: 'name-collision', severity: 'error', at: id, name: other.name, otherId: other.id }];
  });
}

function endsReached(relationship: RelationshipRecord): string[] {
  const { from, to } = relationship;
  return manyToOneDirections(relationship).map((direction) => (direction === 'forward' ? to : from).entityId);
}
