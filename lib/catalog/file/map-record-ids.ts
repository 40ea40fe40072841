import type { MetricFormula, ModelDocument, ModelRecord, RecordId, RelationshipEnd } from '@/lib/model/records';
import { mapRuleReferences } from './rule-references';

type MapId = (id: RecordId) => RecordId;

/** The same document under other ids; every reference moves along. */
export function mapRecordIds(document: ModelDocument, to: MapId): ModelDocument {
  const records = Object.values(document.records).map((record) => mapRecord(record, to));
  return { ...document, records: Object.fromEntries(records.map((record) => [record.id, record])) };
}

function mapRecord(record: ModelRecord, to: MapId): ModelRecord {
  const id = to(record.id);
  switch (record.kind) {
    case 'entity': {
      const derivation = record.derivation && { ...record.derivation, groupBy: record.derivation.groupBy.map(to) };
      return { ...record, id, grain: record.grain.map(to), derivation };
    }
    case 'attribute':
    case 'segment':
      return { ...record, id, entityId: to(record.entityId) };
    case 'relationship':
      return { ...record, id, from: mapEnd(record.from, to), to: mapEnd(record.to, to) };
    case 'measure':
      return { ...record, id, entityId: to(record.entityId), segmentIds: record.segmentIds.map(to) };
    case 'metric': {
      const lists = { sliceIds: record.sliceIds.map(to), segmentIds: record.segmentIds.map(to) };
      const roleSlices = record.roleSlices?.map(({ role, attributeId }) => ({ role, attributeId: to(attributeId) }));
      return {
        ...record,
        id,
        ...lists,
        ...(roleSlices ? { roleSlices } : {}),
        formula: mapFormula(record.formula, to),
        timeAttributeId: orNull(record.timeAttributeId, to),
      };
    }
    case 'driver':
      return { ...record, id, fromId: to(record.fromId), toId: orNull(record.toId, to), byId: orNull(record.byId, to) };
    case 'expectation': {
      const rule = mapRuleReferences(record.rule, { attribute: to, measure: to, metric: to });
      return { ...record, id, onId: orNull(record.onId, to), rule };
    }
  }
}

function mapEnd(end: RelationshipEnd, to: MapId): RelationshipEnd {
  return { entityId: to(end.entityId), attributeIds: end.attributeIds.map(to) };
}

function mapFormula(formula: MetricFormula, to: MapId): MetricFormula {
  switch (formula.kind) {
    case 'simple':
    case 'cumulative':
      return { ...formula, measureId: orNull(formula.measureId, to) };
    case 'ratio':
      return {
        ...formula,
        numeratorId: orNull(formula.numeratorId, to),
        denominatorId: orNull(formula.denominatorId, to),
      };
    case 'derived':
      return formula;
    case 'change':
      return { ...formula, metricId: orNull(formula.metricId, to) };
  }
}

function orNull(id: RecordId | null, to: MapId): RecordId | null {
  return id === null ? null : to(id);
}
