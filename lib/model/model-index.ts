import { compareText } from '@/lib/base/compare-text';
import type {
  AttributeRecord,
  EntityRecord,
  MetricRecord,
  ModelDocument,
  ModelRecord,
  RecordId,
  RecordKind,
} from './records';

/**
 * One document, looked up by what people call things. Where two records bear one name the first in order is found, and
 * the rule on name collisions speaks up about the other. Documents are never changed in place, so the index of one is
 * made once and kept as long as the document is.
 */
export type ModelIndex = {
  byKind: { [K in RecordKind]: readonly Extract<ModelRecord, { kind: K }>[] };
  entityByName: ReadonlyMap<string, EntityRecord>;
  metricByName: ReadonlyMap<string, MetricRecord>;
  attributesByEntity: ReadonlyMap<RecordId, readonly AttributeRecord[]>;
  attributeByName: ReadonlyMap<RecordId, ReadonlyMap<string, AttributeRecord>>;
};

const NONE: readonly AttributeRecord[] = [];
const NO_NAMES: ReadonlyMap<string, AttributeRecord> = new Map();
const indexes = new WeakMap<ModelDocument, ModelIndex>();

/** The index of a document; the same one for every caller. */
export function indexModel(document: ModelDocument): ModelIndex {
  const known = indexes.get(document);
  if (known) return known;
  const made = makeIndex(document);
  indexes.set(document, made);
  return made;
}

/** An entity's attributes in their order; none for an id that is no entity. */
export function attributesIn(document: ModelDocument, entityId: RecordId): readonly AttributeRecord[] {
  return indexModel(document).attributesByEntity.get(entityId) ?? NONE;
}

/** An entity's attributes by name. */
export function attributeNamesIn(document: ModelDocument, entityId: RecordId): ReadonlyMap<string, AttributeRecord> {
  return indexModel(document).attributeByName.get(entityId) ?? NO_NAMES;
}

/** The record under an id, whatever its kind; null when there is none. Ids are strangers' text: never read them bare. */
export function recordAt(document: ModelDocument, id: RecordId | null): ModelRecord | null {
  if (id === null || !Object.hasOwn(document.records, id)) return null;
  return document.records[id] ?? null;
}

/** The record under an id when it is of the wanted kind, else null: what a reference by id must always ask. */
export function recordOf<K extends RecordKind>(
  document: ModelDocument,
  kind: K,
  id: RecordId | null,
): Extract<ModelRecord, { kind: K }> | null {
  const record = recordAt(document, id);
  return record !== null && isKind(record, kind) ? record : null;
}

function isKind<K extends RecordKind>(record: ModelRecord, kind: K): record is Extract<ModelRecord, { kind: K }> {
  return record.kind === kind;
}

function makeIndex(document: ModelDocument): ModelIndex {
  const byKind = sortedByKind(document);
  const attributesByEntity = new Map<RecordId, AttributeRecord[]>();
  for (const attribute of byKind.attribute) {
    const siblings = attributesByEntity.get(attribute.entityId);
    if (siblings) siblings.push(attribute);
    else attributesByEntity.set(attribute.entityId, [attribute]);
  }
  return {
    byKind,
    entityByName: firstByName(byKind.entity),
    metricByName: firstByName(byKind.metric),
    attributesByEntity,
    attributeByName: new Map([...attributesByEntity].map(([id, attributes]) => [id, firstByName(attributes)])),
  };
}

/** In one pass over the records, because every keystroke makes a document. */
function sortedByKind(document: ModelDocument): ModelIndex['byKind'] {
  const byKind: { [K in RecordKind]: Extract<ModelRecord, { kind: K }>[] } = {
    entity: [],
    attribute: [],
    relationship: [],
    segment: [],
    measure: [],
    metric: [],
    driver: [],
    expectation: [],
  };
  for (const record of Object.values(document.records)) file(byKind, record);
  for (const records of Object.values(byKind)) records.sort((a, b) => a.order - b.order || compareText(a.id, b.id));
  return byKind;
}

function file<K extends RecordKind>(
  byKind: { [L in RecordKind]: Extract<ModelRecord, { kind: L }>[] },
  record: Extract<ModelRecord, { kind: K }>,
): void {
  byKind[record.kind].push(record);
}

function firstByName<T extends { name: string }>(records: readonly T[]): Map<string, T> {
  const named = new Map<string, T>();
  for (const record of records) if (!named.has(record.name)) named.set(record.name, record);
  return named;
}
