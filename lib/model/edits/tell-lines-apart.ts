import { indexModel, recordOf } from '../model-index';
import type { AttributeRecord, ModelDocument, RelationshipEnd, RelationshipRecord } from '../records';
import { setRole } from './set-role';

/** Where several lines lead between the same two entities each gets a role, or nothing could say which of them is meant. */
export function tellLinesApart(
  document: ModelDocument,
  ends: { from: RelationshipEnd; to: RelationshipEnd },
): ModelDocument {
  const between = [ends.from.entityId, ends.to.entityId].sort().join('|');
  const parallel = indexModel(document).byKind.relationship.filter(
    ({ from, to }) => [from.entityId, to.entityId].sort().join('|') === between,
  );
  if (parallel.length < 2) return document;
  return parallel
    .filter(({ role }) => role === null)
    .reduce((made, { id, from }) => setRole(made, { relationshipId: id, role: freeRole(made, from) }), document);
}

/** `shipped_to_id` plays the role `shipped_to`. */
function freeRole(document: ModelDocument, from: RelationshipRecord['from']): string {
  const attribute: AttributeRecord | null = recordOf(document, 'attribute', from.attributeIds[0] ?? null);
  const wanted = attribute?.name.replace(/_(id|key|no|number|code)$/, '') ?? 'role';
  const { relationship, entity } = indexModel(document).byKind;
  const taken = new Set([...relationship.flatMap(({ role }) => role ?? []), ...entity.map(({ name }) => name)]);
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}_${n}`)) return `${wanted}_${n}`;
}
