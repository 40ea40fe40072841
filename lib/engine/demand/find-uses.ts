import { compareText } from '@/lib/base/compare-text';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord, ModelDocument, RecordId } from '@/lib/model/records';
import { type ReferencePath, type ResolvedReference, resolveName, uniquePath } from '@/lib/model/references';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import { andPredicates, orPredicates } from '@/lib/sql/predicate';
import { conjunctsOf, mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { bit, type CauseSet, type DemandCause } from './demand';
import { expandMetric, type MetricLeg } from './expand-metric';
import { rejectsNulls } from './null-rejecting';

/**
 * What a consumer's model uses, and nothing it merely draws: its metrics with their measures, filters, segments, dates
 * and cuts, the keys of the many-to-one relationships between them, and what stated expectations name.
 */
export type Uses = {
  causes: DemandCause[];
  uses: Use[];
  /** Rows used of each of the consumer's entities, by entity name; null is every row. */
  rows: Map<string, Expression | null>;
  /** How far back each metric reaches in each entity on its path. */
  lookbacks: Lookback[];
  /** Relationships walked, by id, with the causes that walk them. */
  relationships: Map<RecordId, CauseSet>;
};
/** `attribute` null: the rows themselves. `direct`: for its value. */
export type Use = { cause: number; entity: string; attribute: string | null; direct: boolean };
export type Lookback = { cause: number; entity: string; days: MetricLeg['lookback']; grain: MetricLeg['grain'] };

export function findUses(model: ModelDocument): Uses {
  const collector = new Collector(model);
  const { metric: metrics, expectation: expectations } = indexModel(model).byKind;
  for (const metric of metrics) {
    const cause = collector.cause({ kind: 'metric', name: metric.name });
    for (const leg of expandMetric(model, metric)) collector.useLeg(cause, leg);
  }
  for (const expectation of expectations) if (expectation.origin === 'stated') collector.useExpectation(expectation);
  return collector.collected();
}

type Filter = { entityId: RecordId; tree: Expression };

class Collector {
  readonly causes: DemandCause[] = [];
  readonly uses = new Map<string, Use>();
  readonly rows = new Map<string, Expression | null>();
  readonly lookbacks: Lookback[] = [];
  readonly relationships = new Map<RecordId, CauseSet>();

  constructor(readonly model: ModelDocument) {}

  cause(cause: DemandCause): number {
    const at = this.causes.findIndex((known) => known.kind === cause.kind && known.name === cause.name);
    return at >= 0 ? at : this.causes.push(cause) - 1;
  }

  useLeg(cause: number, leg: MetricLeg): void {
    const { entityId } = leg.measure;
    const touched = new Set<RecordId>([entityId]);
    const filters: Filter[] = [];
    this.use(cause, entityId, null, true);
    if (leg.measure.expression !== null) this.useNames(cause, entityId, leg.measure.expression, true, touched);
    for (const text of leg.filters) filters.push(...this.useFilter(cause, entityId, text, touched));
    for (const id of leg.segmentIds) {
      const segment = recordOf(this.model, 'segment', id);
      if (!segment) continue;
      this.usePath(cause, entityId, segment.entityId, touched);
      filters.push(...this.useFilter(cause, segment.entityId, segment.filter, touched));
    }
    for (const id of [...leg.timeIds, ...leg.sliceIds]) {
      const attribute = recordOf(this.model, 'attribute', id);
      if (!attribute) continue;
      this.usePath(cause, entityId, attribute.entityId, touched);
      this.use(cause, attribute.entityId, id, true);
    }
    for (const id of touched) {
      this.useRows(id, narrowest(filters, id, id === entityId));
      this.lookbacks.push({ cause, entity: this.nameOf(id), days: leg.lookback, grain: leg.grain });
    }
  }

  useExpectation(expectation: ExpectationRecord): void {
    const { rule, onId } = expectation;
    const target = onId === null ? undefined : this.model.records[onId];
    if (!target) return;
    const cause = this.cause({ kind: 'expectation', name: nameOfRecord(this.model, expectation.id) });
    const touched = new Set<RecordId>();
    if (target.kind === 'relationship') {
      this.walk(target.id, cause);
      for (const end of [target.from, target.to])
        for (const id of end.attributeIds) this.use(cause, end.entityId, id, false);
      for (const end of [target.from, target.to]) this.useRows(end.entityId, null);
      return;
    }
    if (target.kind === 'metric') {
      for (const leg of expandMetric(this.model, target)) this.useLeg(cause, leg);
      return;
    }
    if (target.kind !== 'entity' && target.kind !== 'attribute') return;
    const entityId = target.kind === 'entity' ? target.id : target.entityId;
    touched.add(entityId);
    this.use(cause, entityId, target.kind === 'attribute' ? target.id : null, true);
    const filters: Filter[] = [];
    if ('when' in rule && rule.when !== undefined) filters.push(...this.useFilter(cause, entityId, rule.when, touched));
    if (rule.rule === 'holds') this.useNames(cause, entityId, rule.condition, true, touched);
    if (rule.rule === 'unique') for (const id of rule.attributes ?? []) this.use(cause, entityId, id, true);
    if (rule.rule === 'completeness' && rule.weight !== undefined) {
      const measure = recordOf(this.model, 'measure', rule.weight);
      if (measure && measure.expression !== null)
        this.useNames(cause, measure.entityId, measure.expression, true, touched);
    }
    for (const id of touched) this.useRows(id, narrowest(filters, id, id === entityId));
  }

  collected(): Uses {
    const uses = [...this.uses.values()].sort(
      (a, b) =>
        compareText(a.entity, b.entity) || compareText(a.attribute ?? '', b.attribute ?? '') || a.cause - b.cause,
    );
    return { causes: this.causes, uses, rows: this.rows, lookbacks: this.lookbacks, relationships: this.relationships };
  }

  private use(cause: number, entityId: RecordId, attributeId: RecordId | null, direct: boolean): void {
    const attribute = recordOf(this.model, 'attribute', attributeId)?.name ?? null;
    const use = { cause, entity: this.nameOf(entityId), attribute, direct };
    const key = JSON.stringify([use.cause, use.entity, use.attribute, use.direct]);
    this.uses.set(key, use);
  }

  private useRows(entityId: RecordId, predicate: Expression | null): void {
    const entity = this.nameOf(entityId);
    const before = this.rows.get(entity);
    this.rows.set(entity, before === undefined ? predicate : orPredicates([before, predicate]));
  }

  /** Uses every name in an expression written over one entity, and the keys on the way to those of others. */
  private useNames(cause: number, entityId: RecordId, text: string, direct: boolean, touched: Set<RecordId>): void {
    const tree = parseExpression(text);
    if (!tree.ok) return;
    for (const column of columnsOf(tree.value)) this.useName(cause, entityId, column, direct, touched);
  }

  private useName(
    cause: number,
    entityId: RecordId,
    column: { qualifier: string | null; name: string },
    direct: boolean,
    touched: Set<RecordId>,
  ): ResolvedReference | null {
    const found = resolveName(this.model, entityId, column);
    const attribute = found.ok ? recordOf(this.model, 'attribute', found.value.attributeId) : null;
    if (!found.ok || !attribute) return null;
    this.useSteps(cause, found.value.path, touched);
    touched.add(attribute.entityId);
    this.use(cause, attribute.entityId, attribute.id, direct);
    return found.value;
  }

  /** The conjuncts of a filter, each in the terms of the one entity it speaks about; mixed ones narrow nothing. */
  private useFilter(cause: number, entityId: RecordId, text: string, touched: Set<RecordId>): Filter[] {
    const tree = parseExpression(text);
    if (!tree.ok) return [];
    return conjunctsOf(tree.value).flatMap((conjunct): Filter[] => {
      const owners = new Set<RecordId>();
      const local = mapColumns(conjunct, (column) => {
        const found = this.useName(cause, entityId, column, false, touched);
        const attribute = recordOf(this.model, 'attribute', found?.attributeId ?? null);
        if (!attribute) return undefined;
        owners.add(attribute.entityId);
        return { kind: 'column', qualifier: null, name: attribute.name };
      });
      const [owner] = owners;
      return owners.size === 1 && owner !== undefined ? [{ entityId: owner, tree: local }] : [];
    });
  }

  private walk(relationshipId: RecordId, cause: number): void {
    this.relationships.set(relationshipId, (this.relationships.get(relationshipId) ?? 0n) | bit(cause));
  }

  private usePath(cause: number, fromId: RecordId, toId: RecordId, touched: Set<RecordId>): void {
    touched.add(toId);
    if (fromId === toId) return;
    const path = uniquePath(this.model, fromId, toId);
    if (path.ok) this.useSteps(cause, path.value, touched);
  }

  private useSteps(cause: number, steps: ReferencePath, touched: Set<RecordId>): void {
    for (const step of steps) {
      const relationship = recordOf(this.model, 'relationship', step.relationshipId);
      if (!relationship) continue;
      this.walk(relationship.id, cause);
      for (const end of [relationship.from, relationship.to]) {
        touched.add(end.entityId);
        for (const id of end.attributeIds) this.use(cause, end.entityId, id, false);
      }
    }
  }

  private nameOf(entityId: RecordId): string {
    return recordOf(this.model, 'entity', entityId)?.name ?? entityId;
  }
}

/** What all filters together leave of one entity's rows. On an entity that is only looked up, nulls must be rejected. */
function narrowest(filters: Filter[], entityId: RecordId, isMeasured: boolean): Expression | null {
  const own = filters.filter((filter) => filter.entityId === entityId && (isMeasured || rejectsNulls(filter.tree)));
  return own.length === 0 ? null : andPredicates(own.map((filter) => filter.tree));
}
