import { partsOf } from './base-measures';
import { type Cut, pathToCut, slicesOf, timeCutOf } from './cuts';
import { editedBetween } from './edit-trail';
import { expressionsOf } from './expressions';
import { attributeNamesIn, recordAt, recordOf } from './model-index';
import type { ExpectationRecord, MetricRecord, ModelDocument, ModelRecord, RecordId } from './records';
import { type ReferencePath, uniquePath } from './references';
import { inputsOf, measuredEntities, ownInput, ownMeanings, scopeOf } from './scope';

/**
 * The records one record cannot stand without: what it names by id, what its expressions name, and the relationships on
 * the way there. Leaving out a part of a model, deleting one and saying who uses one all read this in reverse. An entity
 * needs its key and an attribute its entity, so the relation has loops and must be followed as a graph.
 */
export function needsOf(document: ModelDocument, productKey: string | null, record: ModelRecord): Set<RecordId> {
  const needs = new Set<RecordId>([...namedById(document, productKey, record)]);
  for (const { place, columns } of expressionsOf(record)) {
    const scope = columns.length === 0 ? null : scopeOf(document, record, place);
    if (scope === null) continue;
    for (const column of columns) {
      for (const meaning of ownMeanings(document, productKey, scope, column)) {
        if (meaning.is === 'metric') needs.add(meaning.metricId);
        else addAll(needs, [meaning.attributeId, ...relationshipsOn(meaning.path)]);
      }
    }
  }
  needs.delete(record.id);
  return needs;
}

/** Everything that falls when the given records do, with the one each depends on first reached; the given not included. */
export function fallWith(
  document: ModelDocument,
  productKey: string | null,
  ids: Iterable<RecordId>,
): Map<RecordId, RecordId> {
  const users = usersOf(document, productKey);
  const gone = new Set(ids);
  const fallen = new Map<RecordId, RecordId>();
  const waiting = [...gone];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    for (const user of users.get(at) ?? []) {
      if (gone.has(user) || fallen.has(user)) continue;
      fallen.set(user, at);
      waiting.push(user);
    }
  }
  return fallen;
}

type Users = ReadonlyMap<RecordId, readonly RecordId[]>;
/** What a record is told by, and nothing is looked up by. */
const MERE_WORDS: ReadonlySet<string> = new Set(['label', 'description', 'synonyms']);
let newest: { document: ModelDocument; productKey: string | null; users: Users } | null = null;
const usersByDocument = new WeakMap<ModelDocument, { productKey: string | null; users: Users }>();

/** For every record that others need, who they are, in the order of ids. */
export function usersOf(document: ModelDocument, productKey: string | null): Users {
  const known = usersByDocument.get(document);
  if (known && known.productKey === productKey) return known.users;
  const users = usersBefore(document, productKey) ?? findUsers(document, productKey);
  usersByDocument.set(document, { productKey, users });
  newest = { document, productKey, users };
  return users;
}

/** The last answer, when since then only words were changed that nothing is found by. */
function usersBefore(document: ModelDocument, productKey: string | null): Users | null {
  if (newest?.productKey !== productKey) return null;
  const before = newest.document;
  const edited = editedBetween(before, document);
  const isSame = edited && [...edited].every((id) => needsTheSame(recordAt(before, id), recordAt(document, id)));
  return isSame ? newest.users : null;
}

function needsTheSame(was: ModelRecord | null, is: ModelRecord | null): boolean {
  if (was === null || is === null || was.kind !== is.kind) return was === is;
  const before = new Map<string, unknown>(Object.entries(was));
  return Object.entries(is).every(([field, value]) => MERE_WORDS.has(field) || Object.is(value, before.get(field)));
}

function findUsers(document: ModelDocument, productKey: string | null): Users {
  const users = new Map<RecordId, RecordId[]>();
  for (const id of Object.keys(document.records).sort()) {
    const record = recordAt(document, id);
    if (record === null) continue;
    for (const need of needsOf(document, productKey, record)) {
      const others = users.get(need);
      if (others) others.push(id);
      else users.set(need, [id]);
    }
  }
  return users;
}

function namedById(document: ModelDocument, productKey: string | null, record: ModelRecord): RecordId[] {
  switch (record.kind) {
    case 'entity': {
      const own = inputsOf(record).flatMap((input) => ownInput(document, productKey, input)?.id ?? []);
      return [...record.grain, ...(record.derivation?.groupBy ?? []), ...own];
    }
    case 'attribute':
      return [record.entityId];
    case 'relationship':
      return [record.from, record.to].flatMap((end) => [end.entityId, ...end.attributeIds]);
    case 'segment':
      return [record.entityId];
    case 'measure':
      return [record.entityId, ...record.segmentIds, ...waysToSegments(document, [record.entityId], record.segmentIds)];
    case 'metric':
      return namedByMetric(document, record);
    case 'driver': {
      const ids = [record.fromId, record.toId, record.byId].filter((id) => id !== null);
      const ways =
        record.byId === null ? [] : waysToCuts(document, record.fromId, [{ attributeId: record.byId, role: null }]);
      return [...ids, ...ways];
    }
    case 'expectation':
      return namedByExpectation(document, record);
  }
}

function namedByMetric(document: ModelDocument, metric: MetricRecord): RecordId[] {
  const { formula } = metric;
  const measureId = formula.kind === 'simple' || formula.kind === 'cumulative' ? formula.measureId : null;
  const time = timeCutOf(metric);
  const cuts = [...(time === null ? [] : [time]), ...slicesOf(metric)];
  return [
    ...(measureId === null ? [] : [measureId]),
    ...partsOf(document, metric).map((part) => part.id),
    ...cuts.map(({ attributeId }) => attributeId),
    ...waysToCuts(document, metric.id, cuts),
    ...metric.segmentIds,
    ...waysToSegments(document, measuredEntities(document, metric.id), metric.segmentIds),
  ];
}

function namedByExpectation(document: ModelDocument, { onId, rule }: ExpectationRecord): RecordId[] {
  const on = onId === null ? [] : [onId];
  if (rule.rule === 'unique')
    return [...on, ...(rule.attributes ?? []).map((name) => attributeOn(document, onId, name))];
  if (rule.rule === 'reconcile') return [...on, rule.left, rule.right];
  if (rule.rule === 'completeness' && rule.weight !== undefined) return [...on, rule.weight];
  return on;
}

/** A rule holds ids; while it is typed by hand it may still hold names. */
function attributeOn(document: ModelDocument, onId: RecordId | null, idOrName: string): RecordId {
  return (onId !== null && attributeNamesIn(document, onId).get(idOrName)?.id) || idOrName;
}

function waysToCuts(document: ModelDocument, metricId: RecordId, cuts: readonly Cut[]): RecordId[] {
  return measuredEntities(document, metricId).flatMap((start) =>
    cuts.flatMap((cut) => relationshipsOn(pathToCut(document, start, cut) ?? [])),
  );
}

function waysToSegments(
  document: ModelDocument,
  from: readonly RecordId[],
  segmentIds: readonly RecordId[],
): RecordId[] {
  const ends = segmentIds.flatMap((id) => recordOf(document, 'segment', id)?.entityId ?? []);
  return ways(document, from, ends);
}

function ways(document: ModelDocument, from: readonly RecordId[], ends: readonly RecordId[]): RecordId[] {
  return from.flatMap((start) =>
    ends.flatMap((end) => {
      const path = uniquePath(document, start, end);
      return path.ok ? relationshipsOn(path.value) : [];
    }),
  );
}

function relationshipsOn(path: ReferencePath): RecordId[] {
  return path.map((step) => step.relationshipId);
}

function addAll(set: Set<RecordId>, ids: readonly RecordId[]): void {
  for (const id of ids) set.add(id);
}
