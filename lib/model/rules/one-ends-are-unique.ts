import { guessCardinality, isOneEnd } from '../guess-cardinality';
import type { Issue } from '../issue';
import { indexModel, recordOf } from '../model-index';
import type { ModelDocument, RelationshipEnd, RelationshipRecord } from '../records';

/**
 * The "one" end must be what identifies its entity's rows, or be declared unique; else one row would meet several and
 * every sum along the line could be too high. An entity without a grain is spoken about by its own rule.
 */
export function oneEndsAreUnique(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.relationship.flatMap((relationship) =>
    oneEnds(relationship).flatMap((end): Issue[] => {
      const grain = recordOf(document, 'entity', end.entityId)?.grain ?? [];
      if (grain.length === 0 || end.attributeIds.length === 0 || isOneEnd(document, end)) return [];
      const { entityId, attributeIds } = end;
      const facts = { code: 'one-end-not-unique' as const, entityId, attributeIds, grain };
      return [{ severity: 'error', at: relationship.id, ...facts, ...turnedRound(document, relationship) }];
    }),
  );
}

function oneEnds({ cardinality, from, to }: RelationshipRecord): RelationshipEnd[] {
  switch (cardinality) {
    case 'many-to-one':
      return [to];
    case 'one-to-many':
      return [from];
    case 'one-to-one':
      return [from, to];
    case null:
      return [];
  }
}

function turnedRound(document: ModelDocument, relationship: RelationshipRecord): Pick<Issue, 'fix'> {
  const cardinality = guessCardinality(document, relationship);
  if (cardinality === null) return {};
  const does = { verb: 'set-cardinality' as const, cardinality };
  return { fix: { does, put: [{ ...relationship, cardinality }], remove: [] } };
}
