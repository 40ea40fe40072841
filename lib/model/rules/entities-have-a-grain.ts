import type { Issue } from '../issue';
import { attributesIn, indexModel } from '../model-index';
import type { ModelDocument } from '../records';

/**
 * Without knowing what one row is, no count of rows means anything. When exactly one attribute is an identifier it is
 * offered as the grain.
 */
export function entitiesHaveAGrain(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.entity.flatMap((entity): Issue[] => {
    if (entity.grain.length > 0) return [];
    const issue: Issue = { code: 'missing-grain', severity: 'error', at: entity.id };
    const [only, second] = attributesIn(document, entity.id).filter(({ role }) => role === 'identifier');
    if (only === undefined || second !== undefined) return [issue];
    const does = { verb: 'set-grain' as const, entityId: entity.id, attributeIds: [only.id] };
    return [{ ...issue, fix: { does, put: [{ ...entity, grain: [only.id] }], remove: [] } }];
  });
}
