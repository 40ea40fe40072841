import { compareText } from '@/lib/base/compare-text';
import { editedBetween } from './edit-trail';
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
 * made once and kept as long as the document is. An edit of a document indexed lately makes the next index out of that
 * one: every keystroke makes a document, and few of its records are new.
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
type Indexed = { document: ModelDocument; index: ModelIndex };
let newest: Indexed | null = null;
/** Indexes of large models, newest first: beside thousands of small ones that are looked at in between. */
let large: readonly Indexed[] = [];
const LARGE_MAX = 4;
/** From so many attributes on, reading them all costs more than remembering. */
const LARGE_ATTRIBUTES_MIN = 1_000;
/** With more changes at once a new index costs less than a mended one. */
const MENDED_MAX = 200;

/** The index of a document; the same one for every caller. */
export function indexModel(document: ModelDocument): ModelIndex {
  const known = indexes.get(document);
  if (known) {
    if (newest?.document !== document) newest = { document, index: known };
    return known;
  }
  const made = mendedIndex(document) ?? makeIndex(document);
  indexes.set(document, made);
  newest = { document, index: made };
  if (made.byKind.attribute.length >= LARGE_ATTRIBUTES_MIN) large = [newest, ...large].slice(0, LARGE_MAX);
  return made;
}

/** The index made out of that of a document this one was edited from; null when none of them is near. */
function mendedIndex(document: ModelDocument): ModelIndex | null {
  for (const before of newest ? [newest, ...large] : large) {
    const edited = editedBetween(before.document, document);
    if (edited && edited.size <= MENDED_MAX) return mendIndex(before, document, edited);
  }
  return null;
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

type RecordOf<K extends RecordKind> = Extract<ModelRecord, { kind: K }>;

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

/** The index of a document out of that of another, from which it differs in these records at most. */
function mendIndex(
  before: { document: ModelDocument; index: ModelIndex },
  document: ModelDocument,
  edited: ReadonlySet<RecordId>,
): ModelIndex {
  const pairs = [...edited].map((id) => ({ was: recordAt(before.document, id), is: recordAt(document, id) }));
  const records = pairs.flatMap(({ was, is }) => [was, is].filter((record) => record !== null));
  const touched = new Set(records.map(({ kind }) => kind));
  const entityIds = new Set(records.flatMap((record) => (record.kind === 'attribute' ? [record.entityId] : [])));
  const come = pairs.flatMap(({ is }) => is ?? []);
  const mended = <K extends RecordKind>(kind: K, all: readonly RecordOf<K>[]): readonly RecordOf<K>[] =>
    touched.has(kind)
      ? merged(
          all.filter(({ id }) => !edited.has(id)),
          come.filter((record): record is RecordOf<K> => isKind(record, kind)),
        )
      : all;
  const known = before.index.byKind;
  const byKind: ModelIndex['byKind'] = {
    entity: mended('entity', known.entity),
    attribute: mended('attribute', known.attribute),
    relationship: mended('relationship', known.relationship),
    segment: mended('segment', known.segment),
    measure: mended('measure', known.measure),
    metric: mended('metric', known.metric),
    driver: mended('driver', known.driver),
    expectation: mended('expectation', known.expectation),
  };
  return {
    byKind,
    entityByName: touched.has('entity') ? firstByName(byKind.entity) : before.index.entityByName,
    metricByName: touched.has('metric') ? firstByName(byKind.metric) : before.index.metricByName,
    ...(entityIds.size === 0
      ? attributeMaps(before.index)
      : mendAttributeMaps(before.index, { entityIds, edited, come })),
  };
}

function attributeMaps({ attributesByEntity, attributeByName }: ModelIndex) {
  return { attributesByEntity, attributeByName };
}

type Come = { entityIds: ReadonlySet<RecordId>; edited: ReadonlySet<RecordId>; come: readonly ModelRecord[] };

function mendAttributeMaps(index: ModelIndex, { entityIds, edited, come }: Come) {
  const attributesByEntity = new Map(index.attributesByEntity);
  const attributeByName = new Map(index.attributeByName);
  for (const entityId of entityIds) {
    const left = (attributesByEntity.get(entityId) ?? NONE).filter(({ id }) => !edited.has(id));
    const here = come.filter((record) => record.kind === 'attribute').filter((one) => one.entityId === entityId);
    const attributes = merged(left, here);
    attributesByEntity.delete(entityId);
    attributeByName.delete(entityId);
    if (attributes.length === 0) continue;
    attributesByEntity.set(entityId, attributes);
    attributeByName.set(entityId, firstByName(attributes));
  }
  return { attributesByEntity, attributeByName };
}

/** What is left, in its order, and what comes, each where its order puts it. */
function merged<T extends ModelRecord>(left: T[], come: readonly T[]): T[] {
  for (const record of come) {
    let [from, to] = [0, left.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const there = left[middle];
      if (there && inOrder(there, record) < 0) from = middle + 1;
      else to = middle;
    }
    left.splice(from, 0, record);
  }
  return left;
}

function inOrder(a: ModelRecord, b: ModelRecord): number {
  return a.order - b.order || compareText(a.id, b.id);
}

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
  for (const records of Object.values(byKind)) records.sort(inOrder);
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
