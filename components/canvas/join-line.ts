import { setFields } from '@/lib/model/edits/set-fields';
import { guessCardinality } from '@/lib/model/guess-cardinality';
import { indexModel, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId, RelationshipRecord } from '@/lib/model/records';

/** The lines already between the entities of two fields: a further pair may belong to one of them. */
export function linesJoining(document: ModelDocument, aId: RecordId, bId: RecordId): RelationshipRecord[] {
  const a = recordOf(document, 'attribute', aId)?.entityId;
  const b = recordOf(document, 'attribute', bId)?.entityId;
  return indexModel(document).byKind.relationship.filter(
    ({ from, to }) => (from.entityId === a && to.entityId === b) || (from.entityId === b && to.entityId === a),
  );
}

/** The line over one pair more: both must match then. How many belong together is read from the keys again. */
export function joinLine(document: ModelDocument, lineId: RecordId, aId: RecordId, bId: RecordId): ModelDocument {
  const line = recordOf(document, 'relationship', lineId);
  const a = recordOf(document, 'attribute', aId);
  if (!line || !a) return document;
  const [fromId, toId] = a.entityId === line.from.entityId ? [aId, bId] : [bId, aId];
  const from = { ...line.from, attributeIds: [...line.from.attributeIds, fromId] };
  const to = { ...line.to, attributeIds: [...line.to.attributeIds, toId] };
  const cardinality = guessCardinality(document, { from, to }) ?? line.cardinality;
  return setFields(document, { kind: 'relationship', id: lineId, fields: { from, to, cardinality } });
}
