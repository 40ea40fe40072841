import type { ExpectationRecord, MetricFormula, ModelRecord, RecordId } from '../records';

/**
 * A record with every id it refers to (not its own) answered by the function. Null forgets a reference: lists lose it,
 * single ones become open; one that a record cannot be without keeps its id and dangles, which the rules will say.
 */
export function mapReferences(record: ModelRecord, to: (id: RecordId) => RecordId | null): ModelRecord {
  const list = (ids: readonly RecordId[]) => ids.flatMap((id) => to(id) ?? []);
  const open = (id: RecordId | null) => (id === null ? null : to(id));
  const must = (id: RecordId) => to(id) ?? id;
  switch (record.kind) {
    case 'entity': {
      const { derivation } = record;
      return {
        ...record,
        grain: list(record.grain),
        derivation: derivation && { ...derivation, groupBy: list(derivation.groupBy) },
      };
    }
    case 'attribute':
    case 'segment':
      return { ...record, entityId: must(record.entityId) };
    case 'relationship': {
      const [first, second] = [record.from, record.to].map((end) => ({
        entityId: must(end.entityId),
        attributeIds: list(end.attributeIds),
      }));
      return first && second ? { ...record, from: first, to: second } : record;
    }
    case 'measure':
      return { ...record, entityId: must(record.entityId), segmentIds: list(record.segmentIds) };
    case 'metric': {
      const { roleSlices = [], ...rest } = record;
      const inRoles = roleSlices.flatMap(({ role, attributeId }) => {
        const mapped = to(attributeId);
        return mapped === null ? [] : [{ role, attributeId: mapped }];
      });
      return {
        ...rest,
        formula: mapFormula(record.formula, open),
        timeAttributeId: open(record.timeAttributeId),
        sliceIds: list(record.sliceIds),
        ...(inRoles.length === 0 ? {} : { roleSlices: inRoles }),
        segmentIds: list(record.segmentIds),
      };
    }
    case 'driver':
      return { ...record, fromId: must(record.fromId), toId: open(record.toId), byId: open(record.byId) };
    case 'expectation':
      return {
        ...record,
        onId: record.onId === null ? null : must(record.onId),
        rule: mapRule(record.rule, list, must),
      };
  }
}

function mapFormula(formula: MetricFormula, open: (id: RecordId | null) => RecordId | null): MetricFormula {
  switch (formula.kind) {
    case 'simple':
    case 'cumulative':
      return { ...formula, measureId: open(formula.measureId) };
    case 'ratio':
      return { ...formula, numeratorId: open(formula.numeratorId), denominatorId: open(formula.denominatorId) };
    case 'change':
      return { ...formula, metricId: open(formula.metricId) };
    case 'derived':
      return formula;
  }
}

type Rule = ExpectationRecord['rule'];

function mapRule(rule: Rule, list: (ids: readonly RecordId[]) => RecordId[], must: (id: RecordId) => RecordId): Rule {
  switch (rule.rule) {
    case 'unique':
      return rule.attributes === undefined ? rule : { ...rule, attributes: list(rule.attributes) };
    case 'reconcile':
      return { ...rule, left: must(rule.left), right: must(rule.right) };
    case 'completeness':
      return rule.weight === undefined ? rule : { ...rule, weight: must(rule.weight) };
    default:
      return rule;
  }
}
