import { isComparable } from '@/lib/sql/type-rules';
import type { Issue } from '../issue';
import { indexModel, recordOf } from '../model-index';
import type { ModelDocument, RelationshipRecord } from '../records';

/** Both ends name the same number of attributes, at least one, and each pair can be compared. */
export function relationshipKeysMatch(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.relationship.flatMap((relationship): Issue[] => {
    const fromCount = relationship.from.attributeIds.length;
    const toCount = relationship.to.attributeIds.length;
    if (fromCount === toCount && fromCount > 0) return incompatiblePairs(document, relationship);
    return [{ code: 'unequal-keys', severity: 'error', at: relationship.id, fromCount, toCount }];
  });
}

function incompatiblePairs(document: ModelDocument, { id, from, to }: RelationshipRecord): Issue[] {
  return from.attributeIds.flatMap((fromId, pair): Issue[] => {
    const a = recordOf(document, 'attribute', fromId);
    const b = recordOf(document, 'attribute', to.attributeIds[pair] ?? null);
    if (a === null || b === null || isComparable(a.type, b.type)) return [];
    const types = { fromType: a.type, toType: b.type };
    return [{ code: 'incompatible-keys', severity: 'error', at: id, fromId: a.id, toId: b.id, ...types }];
  });
}
