import type { EntityRecord, ModelDocument, RecordId } from '../records';
import { freeName, toName } from './free-name';
import { nextOrder } from './next-order';
import { putRecords } from './put-records';

export type NewEntity = Partial<Omit<EntityRecord, 'kind' | 'id'>> & { id: RecordId };

/** A new business object, unbound and without fields; a name that is taken gets a number. */
export function addEntity(document: ModelDocument, given: NewEntity): ModelDocument {
  const wanted = given.name ?? toName(given.label ?? '', 'entity');
  return putRecords(document, {
    kind: 'entity',
    order: nextOrder(document, 'entity'),
    label: null,
    description: null,
    synonyms: [],
    grain: [],
    derivation: null,
    ...given,
    name: freeName(document, 'entity', wanted),
  });
}
