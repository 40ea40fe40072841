import { guessCardinality } from '../guess-cardinality';
import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { ModelDocument } from '../records';

/** How many of one belong to one of the other decides what may be counted along the line; nothing may guess it silently. */
export function relationshipsHaveACardinality(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.relationship.flatMap((relationship): Issue[] => {
    if (relationship.cardinality !== null) return [];
    const issue: Issue = { code: 'relationship-without-cardinality', severity: 'error', at: relationship.id };
    const cardinality = guessCardinality(document, relationship);
    if (cardinality === null) return [issue];
    const does = { verb: 'set-cardinality' as const, cardinality };
    return [{ ...issue, fix: { does, put: [{ ...relationship, cardinality }], remove: [] } }];
  });
}
