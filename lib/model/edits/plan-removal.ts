import { compareText } from '@/lib/base/compare-text';
import { slicesOf, withoutSlices } from '../cuts';
import { patchModel } from '../diff';
import { indexModel, recordAt } from '../model-index';
import { fallWith } from '../needs';
import type { ExpectationRecord, MetricFormula, ModelDocument, ModelRecord, RecordId } from '../records';

/**
 * What deleting records would do, to be read before it is done. Parts go with their whole: an entity takes its attributes,
 * connections, measures and needs along. What only mentions them stays without the mention; what cannot do without them
 * stays too, with a problem for a person to solve, because a metric somebody defined is not thrown away on the side.
 */
export type Removal = {
  /** Everything that goes, the chosen records among them. */
  goes: RecordId[];
  /** Records that stay and mention something less: a cut, a key, a segment. */
  loses: RecordId[];
  /** Records that stay and will have a problem they do not have because of something else. */
  breaks: RecordId[];
};

export type Remove = { ids: readonly RecordId[]; productKey: string | null };

/** What goes, what loses and what breaks, each by id. */
export function planRemoval(document: ModelDocument, { ids, productKey }: Remove): Removal {
  const goes = partsGone(document, ids);
  const trimmed = trimmedRecords(document, goes);
  const after = patchModel(document, { put: trimmed.map(({ record }) => record), remove: [] });
  const crippled = trimmed.filter(({ isCrippled }) => isCrippled).map(({ record }) => record.id);
  const fallen = fallWith(after, productKey, [...goes, ...crippled]);
  return {
    goes: [...goes].sort(compareText),
    loses: trimmed.map(({ record }) => record.id).sort(compareText),
    breaks: [...new Set([...crippled, ...fallen.keys()])].sort(compareText),
  };
}

/** The document without the records and what goes with them; nobody left mentions them by id. */
export function removeRecords(document: ModelDocument, ids: readonly RecordId[]): ModelDocument {
  const goes = partsGone(document, ids);
  const put = trimmedRecords(document, goes).map(({ record }) => record);
  return patchModel(document, { put, remove: [...goes] });
}

/** The chosen records that are there and all that are parts of them, of their parts, and so on. */
export function partsGone(document: ModelDocument, ids: readonly RecordId[]): Set<RecordId> {
  const goes = new Set(ids.filter((id) => recordAt(document, id) !== null));
  const records = Object.values(document.records);
  for (let size = -1; size !== goes.size; ) {
    size = goes.size;
    for (const record of records) if (wholesOf(record).some((id) => goes.has(id))) goes.add(record.id);
  }
  return goes;
}

/** What a record is part of, or is about and nothing else. */
export function wholesOf(record: ModelRecord): RecordId[] {
  switch (record.kind) {
    case 'entity':
    case 'metric':
      return [];
    case 'attribute':
    case 'segment':
    case 'measure':
      return [record.entityId];
    case 'relationship':
      return [record.from, record.to].flatMap((end) => [end.entityId, ...end.attributeIds]);
    case 'driver':
      return [record.fromId, record.toId, record.byId].filter((id) => id !== null);
    case 'expectation':
      return [...(record.onId === null ? [] : [record.onId]), ...aboutOf(record)];
  }
}

/** A rule unique over fewer attributes would be another, stricter rule; that is for a person to say. */
function aboutOf({ rule }: ExpectationRecord): RecordId[] {
  if (rule.rule === 'reconcile') return [rule.left, rule.right];
  return rule.rule === 'unique' ? (rule.attributes ?? []) : [];
}

type Trimmed = { record: ModelRecord; isCrippled: boolean };

function trimmedRecords(document: ModelDocument, goes: ReadonlySet<RecordId>): Trimmed[] {
  const { entity, measure, metric, expectation } = indexModel(document).byKind;
  return [...entity, ...measure, ...metric, ...expectation]
    .filter(({ id }) => !goes.has(id))
    .flatMap((record) => trim(record, goes) ?? []);
}

/** The record without its mentions of what goes; null when it has none. */
function trim(record: ModelRecord, goes: ReadonlySet<RecordId>): Trimmed | null {
  const stays = (id: RecordId) => !goes.has(id);
  const kept = <T extends RecordId | null>(id: T): T | null => (id !== null && goes.has(id) ? null : id);
  switch (record.kind) {
    case 'entity': {
      const { grain, derivation } = record;
      const groupBy = derivation?.groupBy ?? [];
      if (grain.every(stays) && groupBy.every(stays)) return null;
      const kept = derivation && { ...derivation, groupBy: groupBy.filter(stays) };
      return { record: { ...record, grain: grain.filter(stays), derivation: kept }, isCrippled: true };
    }
    case 'measure':
      if (record.segmentIds.every(stays)) return null;
      return { record: { ...record, segmentIds: record.segmentIds.filter(stays) }, isCrippled: false };
    case 'metric': {
      const timeAttributeId = kept(record.timeAttributeId);
      const formula = trimFormula(record.formula, goes);
      const cut = withoutSlices(record, ({ attributeId }) => goes.has(attributeId));
      const segmentIds = record.segmentIds.filter(stays);
      const isCrippled = timeAttributeId !== record.timeAttributeId || formula !== record.formula;
      const isTrimmed = slicesOf(cut).length < slicesOf(record).length || segmentIds.length < record.segmentIds.length;
      if (!isCrippled && !isTrimmed) return null;
      return { record: { ...cut, timeAttributeId, formula, segmentIds }, isCrippled };
    }
    case 'expectation':
      return trimRule(record, stays);
    default:
      return null;
  }
}

function trimFormula(formula: MetricFormula, goes: ReadonlySet<RecordId>): MetricFormula {
  const isGone = (id: RecordId | null) => id !== null && goes.has(id);
  switch (formula.kind) {
    case 'simple':
    case 'cumulative':
      return isGone(formula.measureId) ? { ...formula, measureId: null } : formula;
    case 'change':
      return isGone(formula.metricId) ? { ...formula, metricId: null } : formula;
    case 'ratio': {
      const { numeratorId, denominatorId } = formula;
      if (!isGone(numeratorId) && !isGone(denominatorId)) return formula;
      const kept = (id: RecordId | null) => (isGone(id) ? null : id);
      return { ...formula, numeratorId: kept(numeratorId), denominatorId: kept(denominatorId) };
    }
    case 'derived':
      return formula;
  }
}

function trimRule(record: ExpectationRecord, stays: (id: RecordId) => boolean): Trimmed | null {
  const { rule } = record;
  if (rule.rule !== 'completeness' || rule.weight === undefined || stays(rule.weight)) return null;
  const { weight: _weight, ...unweighted } = rule;
  return { record: { ...record, rule: unweighted }, isCrippled: false };
}
