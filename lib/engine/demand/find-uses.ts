import { compareText } from '@/lib/base/compare-text';
import { pathToCut } from '@/lib/model/cuts';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord, MeasureRecord, ModelDocument, RecordId } from '@/lib/model/records';
import { endsOfStep, type ReferencePath, resolveName, uniquePath } from '@/lib/model/references';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import { andPredicates, orPredicates } from '@/lib/sql/predicate';
import { conjunctsOf, mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { bit, type CauseSet, type DemandCause } from './demand';
import { expandMetric, type MetricLeg } from './expand-metric';
import { rejectsNulls } from './null-rejecting';
import { workedInCondition } from './worked-columns';

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
/**
 * `attribute` null: the rows themselves. `direct`: for its value. `counted`: only to tell values apart, as a digest does.
 * `worked`: it only decides which rows count, by something that a digest cannot stand for.
 */
export type Use = {
  cause: number;
  entity: string;
  attribute: string | null;
  direct: boolean;
  counted?: true;
  worked?: true;
};
type Handling = Pick<Use, 'counted' | 'worked'>;
type Lookback = {
  cause: number;
  entity: string;
  /** The entity the metric measures, from which this one is reached. */
  measured: string;
  days: MetricLeg['lookback'];
  grain: MetricLeg['grain'];
};

export function findUses(model: ModelDocument): Uses {
  const collector = new Collector(model);
  const { metric: metrics, expectation: expectations } = indexModel(model).byKind;
  // Causes are told in the order they are numbered, which must not be the one they were written in.
  for (const metric of [...metrics].sort((a, b) => compareText(a.name, b.name))) {
    const cause = collector.cause({ kind: 'metric', name: metric.name });
    for (const leg of expandMetric(model, metric)) collector.useLeg(cause, leg);
  }
  const nameOf = ({ id }: ExpectationRecord) => nameOfRecord(model, id);
  for (const expectation of [...expectations].sort((a, b) => compareText(nameOf(a), nameOf(b))))
    if (expectation.origin === 'stated') collector.useExpectation(expectation);
  return collector.collected();
}

/**
 * A way from the entity a metric measures to one it looks something up in: two roles to one entity are two ways, and a row
 * that one of them finds is not the row that the other finds.
 */
type Way = { key: string; entityId: RecordId };
type Ways = Map<string, Way>;
/** A conjunct, in the terms of the one entity at the end of its way. */
type Filter = { way: string; tree: Expression };
/** Where names are read from, and how one got there. */
type Standpoint = { cause: number; at: Way; ways: Ways };

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
    const from = startAt(cause, entityId);
    this.use(cause, entityId, null, true);
    if (leg.measure.expression !== null) this.useMeasured(from, leg.measure.aggregation, leg.measure.expression);
    const filters = this.useFilters(from, leg.filters, leg.segmentIds);
    for (const cut of [...leg.times, ...leg.slices]) {
      const attribute = recordOf(this.model, 'attribute', cut.attributeId);
      const path = pathToCut(this.model, from.at.entityId, cut);
      if (!attribute || !path) continue;
      this.walkSteps(from, path);
      this.use(cause, attribute.entityId, attribute.id, true);
    }
    this.useWays(from, filters);
    for (const reached of new Set([...from.ways.values()].map((way) => way.entityId)))
      this.lookbacks.push({
        cause,
        entity: this.nameOf(reached),
        measured: this.nameOf(entityId),
        days: leg.lookback,
        grain: leg.grain,
      });
  }

  useExpectation(expectation: ExpectationRecord): void {
    const { rule, onId } = expectation;
    if (rule.rule === 'reconcile') {
      const cause = this.cause({ kind: 'expectation', name: nameOfRecord(this.model, expectation.id) });
      for (const id of [rule.left, rule.right]) {
        const metric = recordOf(this.model, 'metric', id);
        for (const leg of metric ? expandMetric(this.model, metric) : []) this.useLeg(cause, leg);
      }
      return;
    }
    const target = onId === null ? undefined : this.model.records[onId];
    if (!target) return;
    const cause = this.cause({ kind: 'expectation', name: nameOfRecord(this.model, expectation.id) });
    if (target.kind === 'relationship') {
      this.walk(target.id, cause);
      for (const end of [target.from, target.to]) this.useRows(end.entityId, null);
      return;
    }
    if (target.kind === 'metric') {
      for (const leg of expandMetric(this.model, target)) this.useLeg(cause, leg);
      return;
    }
    if (target.kind !== 'entity' && target.kind !== 'attribute') return;
    const entityId = target.kind === 'entity' ? target.id : target.entityId;
    const from = startAt(cause, entityId);
    this.use(cause, entityId, target.kind === 'attribute' ? target.id : null, true);
    const filters = 'when' in rule && rule.when !== undefined ? this.useFilter(from, rule.when) : [];
    if (rule.rule === 'holds') this.useNames(from, rule.condition, true);
    if (rule.rule === 'unique') for (const id of rule.attributes ?? []) this.use(cause, entityId, id, true);
    this.useWays(from, filters);
    const weight = rule.rule === 'completeness' ? recordOf(this.model, 'measure', rule.weight ?? null) : null;
    if (!weight) return;
    const weighing = startAt(cause, weight.entityId);
    if (weight.expression !== null) this.useNames(weighing, weight.expression, true);
    const own = weight.filter === null ? [] : [weight.filter];
    this.useWays(weighing, this.useFilters(weighing, own, weight.segmentIds));
  }

  collected(): Uses {
    const uses = [...this.uses.values()].sort(
      (a, b) =>
        compareText(a.entity, b.entity) || compareText(a.attribute ?? '', b.attribute ?? '') || a.cause - b.cause,
    );
    return { causes: this.causes, uses, rows: this.rows, lookbacks: this.lookbacks, relationships: this.relationships };
  }

  private use(
    cause: number,
    entityId: RecordId,
    attributeId: RecordId | null,
    direct: boolean,
    { counted, worked }: Handling = {},
  ): void {
    const attribute = recordOf(this.model, 'attribute', attributeId)?.name ?? null;
    const entity = this.nameOf(entityId);
    const key = `${cause} ${entity} ${attribute ?? ''} ${direct} ${counted ?? false}`;
    const isWorked = worked || this.uses.get(key)?.worked;
    const handling = { ...(counted ? { counted } : {}), ...(isWorked ? { worked: true as const } : {}) };
    this.uses.set(key, { cause, entity, attribute, direct, ...handling });
  }

  private useRows(entityId: RecordId, predicate: Expression | null): void {
    const entity = this.nameOf(entityId);
    const before = this.rows.get(entity);
    this.rows.set(entity, before === undefined ? predicate : orPredicates([before, predicate]));
  }

  /** Every way needs the rows its own filters leave; where one is only looked up, they must reject nulls to narrow it. */
  private useWays({ at, ways }: Standpoint, filters: readonly Filter[]): void {
    for (const { key, entityId } of ways.values()) {
      const own = filters.filter(({ way, tree }) => way === key && (key === at.key || rejectsNulls(tree)));
      this.useRows(entityId, own.length === 0 ? null : andPredicates(own.map(({ tree }) => tree)));
    }
  }

  /** Uses every name in an expression written over one entity, and the keys on the way to those of others. */
  private useNames(from: Standpoint, text: string, direct: boolean): void {
    const tree = parseExpression(text);
    if (tree.ok) for (const column of columnsOf(tree.value)) this.useName(from, column, direct);
  }

  /** Counted as it stands, a value is told from others and not read; what is worked out before counting has to be read. */
  private useMeasured(from: Standpoint, aggregation: MeasureRecord['aggregation'], text: string): void {
    const tree = parseExpression(text);
    const isCount = aggregation === 'count' || aggregation === 'count-distinct';
    if (isCount && tree.ok && tree.value.kind === 'column') this.useName(from, tree.value, true, { counted: true });
    else this.useNames(from, text, true);
  }

  private useName(
    from: Standpoint,
    column: { qualifier: string | null; name: string },
    direct: boolean,
    handling: Handling = {},
  ): { way: Way; attribute: string } | null {
    const found = resolveName(this.model, from.at.entityId, column);
    const attribute = found.ok ? recordOf(this.model, 'attribute', found.value.attributeId) : null;
    if (!found.ok || !attribute) return null;
    const { at } = this.walkSteps(from, found.value.path);
    this.use(from.cause, attribute.entityId, attribute.id, direct, handling);
    return { way: at, attribute: attribute.name };
  }

  private useFilters(from: Standpoint, texts: readonly string[], segmentIds: readonly RecordId[]): Filter[] {
    const segments = segmentIds.flatMap((id) => recordOf(this.model, 'segment', id) ?? []);
    return [
      ...texts.flatMap((text) => this.useFilter(from, text)),
      ...segments.flatMap((segment) => {
        const there = this.walkTo(from, segment.entityId);
        return there ? this.useFilter(there, segment.filter) : [];
      }),
    ];
  }

  /** The conjuncts of a filter that speak about one way only, in the terms of its entity; mixed ones narrow nothing. */
  private useFilter(from: Standpoint, text: string): Filter[] {
    const tree = parseExpression(text);
    if (!tree.ok) return [];
    return conjunctsOf(tree.value).flatMap((conjunct): Filter[] => {
      const spokenOf = new Set<string>();
      const worked = workedInCondition(conjunct);
      const local = mapColumns(conjunct, (column) => {
        const isWorked = worked.some(({ qualifier, name }) => qualifier === column.qualifier && name === column.name);
        const found = this.useName(from, column, false, isWorked ? { worked: true } : {});
        if (!found) return undefined;
        spokenOf.add(found.way.key);
        return { kind: 'column', qualifier: null, name: found.attribute };
      });
      const [way] = spokenOf;
      return spokenOf.size === 1 && way !== undefined ? [{ way, tree: local }] : [];
    });
  }

  private walk(relationshipId: RecordId, cause: number): void {
    this.relationships.set(relationshipId, (this.relationships.get(relationshipId) ?? 0n) | bit(cause));
    const relationship = recordOf(this.model, 'relationship', relationshipId);
    for (const end of relationship ? [relationship.from, relationship.to] : [])
      for (const id of end.attributeIds) this.use(cause, end.entityId, id, false);
  }

  /** Null when there is not exactly one way, which the rules have said. */
  private walkTo(from: Standpoint, toId: RecordId): Standpoint | null {
    const path = uniquePath(this.model, from.at.entityId, toId);
    return path.ok ? this.walkSteps(from, path.value) : null;
  }

  private walkSteps(from: Standpoint, steps: ReferencePath): Standpoint {
    let { at } = from;
    for (const step of steps) {
      this.walk(step.relationshipId, from.cause);
      const toId = endsOfStep(this.model, step)?.toId ?? at.entityId;
      at = { key: `${at.key} ${step.direction} ${step.relationshipId}`, entityId: toId };
      from.ways.set(at.key, at);
    }
    return { ...from, at };
  }

  private nameOf(entityId: RecordId): string {
    return recordOf(this.model, 'entity', entityId)?.name ?? entityId;
  }
}

function startAt(cause: number, entityId: RecordId): Standpoint {
  const at = { key: '', entityId };
  return { cause, at, ways: new Map([[at.key, at]]) };
}
