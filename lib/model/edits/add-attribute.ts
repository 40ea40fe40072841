import type { AttributeRecord, AttributeRole, AttributeType, ModelDocument, RecordId } from '../records';
import { freeName, toName } from './free-name';
import { nextOrder } from './next-order';
import { putRecords } from './put-records';

export type NewAttribute = Partial<Omit<AttributeRecord, 'kind'>> & { id: RecordId; entityId: RecordId };

/** A new property of an entity, a wish until it is bound; the role follows from the type unless it is given. */
export function addAttribute(document: ModelDocument, given: NewAttribute): ModelDocument {
  const { entityId } = given;
  const type = given.type ?? 'string';
  const wanted = given.name ?? toName(given.label ?? '', 'field');
  return putRecords(document, {
    kind: 'attribute',
    order: nextOrder(document, 'attribute', entityId),
    label: null,
    description: null,
    synonyms: [],
    role: USUAL_ROLES[type],
    unit: null,
    classification: null,
    nullable: true,
    expression: null,
    ...given,
    type,
    name: freeName(document, 'attribute', wanted, entityId),
  });
}

/** What a value of a type is usually for. */
const USUAL_ROLES: Record<AttributeType, AttributeRole> = {
  string: 'text',
  integer: 'number',
  decimal: 'number',
  boolean: 'flag',
  date: 'time',
  time: 'text',
  timestamp: 'time',
  json: 'text',
};
