import type { Cut } from '@/lib/model/cuts';
import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, ModelRecord, RecordId, RecordKind } from '@/lib/model/records';
import type { ModelNames } from './file-names';
import { RecordKey } from './file-schema-base';
import { findCut } from './find-cut';
import type { Target } from './reference';
import { rolesOf } from './roles';
import type { Unwritable } from './unwritable';

/** Ids into the names a file uses. What has no name that reads back is noted and answered with a question mark. */
export type WrittenNames = {
  readonly model: ModelDocument;
  readonly names: ModelNames;
  readonly unwritable: Omit<Unwritable, 'product'>[];
};
type Named = Exclude<RecordKind, 'attribute' | 'driver' | 'expectation'>;

const NOTHING = '?';

export function startNaming(model: ModelDocument): WrittenNames {
  const { byKind } = indexModel(model);
  const unwritable: WrittenNames['unwritable'] = [];
  const named = (records: readonly (ModelRecord & { name: string })[]) => {
    const taken = new Set<string>();
    for (const { id, name } of records) {
      if (!RecordKey.safeParse(name).success) unwritable.push({ id, because: 'name-cannot-be-written' });
      else if (taken.has(name)) unwritable.push({ id, because: 'name-taken' });
      taken.add(name);
    }
    return taken;
  };
  for (const { id, entityId } of byKind.attribute) {
    if (!recordOf(model, 'entity', entityId)) unwritable.push({ id, because: 'refers-to-nothing' });
  }
  named(byKind.entity);
  const names = {
    entities: new Map(byKind.entity.map(({ id, name }) => [name, named(attributesIn(model, id))])),
    relationships: named(byKind.relationship),
    roles: rolesOf(
      byKind.relationship.map(({ role, cardinality, from, to }) => ({
        role,
        cardinality,
        from: recordOf(model, 'entity', from.entityId)?.name ?? NOTHING,
        to: recordOf(model, 'entity', to.entityId)?.name ?? NOTHING,
      })),
    ),
    segments: named(byKind.segment),
    measures: named(byKind.measure),
    metrics: named(byKind.metric),
  };
  return { model, names, unwritable };
}

/** The name of a record of a kind. `by` is the record that refers to it. */
export function nameIn({ model, unwritable }: WrittenNames, kind: Named, id: RecordId, by: RecordId): string {
  const record = recordOf(model, kind, id);
  if (!record) unwritable.push({ id: by, because: 'refers-to-nothing' });
  return record?.name ?? NOTHING;
}

/** `entity.attribute`. */
export function attributeIn(naming: WrittenNames, id: RecordId, by: RecordId): string {
  const attribute = recordOf(naming.model, 'attribute', id);
  if (!attribute) naming.unwritable.push({ id: by, because: 'refers-to-nothing' });
  return attribute ? `${nameIn(naming, 'entity', attribute.entityId, by)}.${attribute.name}` : NOTHING;
}

/** `entity.attribute`, or `role.attribute`. A role that no connection bears any more names nothing. */
export function cutIn(naming: WrittenNames, { attributeId, role }: Cut, by: RecordId): string {
  if (role === null) return attributeIn(naming, attributeId, by);
  const attribute = recordOf(naming.model, 'attribute', attributeId);
  const written = `${role}.${attribute?.name ?? NOTHING}`;
  const found = findCut(naming.names, written);
  const isRead = found?.role === role && attribute && found.entity === nameIn(naming, 'entity', attribute.entityId, by);
  if (!isRead) naming.unwritable.push({ id: by, because: found ? 'name-taken' : 'refers-to-nothing' });
  return written;
}

/** An attribute of an entity by its bare name. */
export function ownAttributeIn(naming: WrittenNames, entityId: RecordId, id: RecordId, by: RecordId): string {
  const attribute = recordOf(naming.model, 'attribute', id);
  if (attribute?.entityId === entityId) return attribute.name;
  naming.unwritable.push({ id: by, because: attribute ? 'refers-to-another-entity' : 'refers-to-nothing' });
  return NOTHING;
}

/** What an expectation is about. */
export function targetIn(naming: WrittenNames, id: RecordId | null, by: RecordId): Target {
  if (id === null) return { kind: 'model' };
  const record = Object.hasOwn(naming.model.records, id) ? naming.model.records[id] : undefined;
  if (record?.kind === 'attribute') {
    return { kind: 'attribute', entity: nameIn(naming, 'entity', record.entityId, by), attribute: record.name };
  }
  if (record && record.kind !== 'driver' && record.kind !== 'expectation') {
    return { kind: record.kind, name: record.name };
  }
  naming.unwritable.push({ id: by, because: 'refers-to-nothing' });
  return { kind: 'model' };
}
