import { fingerprint } from '@/lib/base/fingerprint';
import { foldMetric } from '@/lib/model/fold-metric';
import { indexModel, recordOf } from '@/lib/model/model-index';
import type { MeasureRecord, MetricRecord, RecordId } from '@/lib/model/records';
import { resolveName } from '@/lib/model/references';
import { columnsOf } from '@/lib/sql/columns';
import { normaliseExpression } from '@/lib/sql/normalise';
import { parseExpression } from '@/lib/sql/parse';
import { printPredicate } from '@/lib/sql/predicate';
import { printExpression } from '@/lib/sql/print';
import { andOf, mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity, CompiledProduct } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';

/**
 * What a metric computes, in the terms of the products it is computed from: its formula down to the measures, every name
 * replaced by what it is made of one hop upstream, every expression in its normal form. Two that are equal compute the same
 * of the same rows, whatever their models call things. Null where a part cannot be written that way: then nothing can be
 * told. Its time, cuts and names are no part of it.
 */
export function defineMetric(product: CompiledProduct, metric: MetricRecord): string | null {
  const known = definitions.get(product) ?? new Map<RecordId, string | null>();
  definitions.set(product, known);
  const define = (one: MetricRecord, partOf: (id: RecordId | null) => string | null | undefined) =>
    defineFromParts(product, one, (id) => partOf(id) ?? null);
  return foldMetric(product.model, metric, known, define) ?? null;
}

/** Everybody's metrics are compared with everybody else's, and a compiled product never changes. */
const definitions = new WeakMap<CompiledProduct, Map<RecordId, string | null>>();

/** The time a metric is shown over, in the terms of the product it comes from; null where that cannot be written so. */
export function defineTime(
  { model, entities }: CompiledProduct,
  { timeAttributeId, timeRole }: MetricRecord,
): string | null {
  const attribute = recordOf(model, 'attribute', timeAttributeId);
  const entity = attribute && entities.get(recordOf(model, 'entity', attribute.entityId)?.name ?? '');
  const tree = attribute && entity ? overInputs(entity, attribute.name) : null;
  if (!entity || !tree) return null;
  const text = printExpression(normaliseExpression(withRefs(entity, tree)));
  return !timeRole ? text : `${timeRole}: ${text}`;
}

type Definition = { [fact: string]: unknown };

/** What is made of other metrics names them by what stands for their definitions, which stays short however deep they go. */
function defineFromParts(
  product: CompiledProduct,
  metric: MetricRecord,
  part: (id: RecordId | null) => string | null,
): string | null {
  const made = define(product, metric, part);
  return made === null ? null : fingerprint(made);
}

function define(
  product: CompiledProduct,
  metric: MetricRecord,
  part: (id: RecordId | null) => string | null,
): Definition | null {
  const { model } = product;
  const { formula } = metric;
  switch (formula.kind) {
    case 'simple':
    case 'cumulative': {
      const record = recordOf(model, 'measure', formula.measureId);
      const measure = record && defineMeasure(product, record, metric);
      if (!measure) return null;
      return formula.kind === 'simple' ? measure : { ...measure, window: formula.window, toDate: formula.toDate };
    }
    case 'ratio': {
      const [numerator, denominator] = [part(formula.numeratorId), part(formula.denominatorId)];
      return numerator && denominator && isPlain(metric) ? { ratio: [numerator, denominator] } : null;
    }
    case 'change': {
      const of = part(formula.metricId);
      return of && isPlain(metric) ? { change: of, offset: formula.offset } : null;
    }
    case 'derived': {
      const tree = parseExpression(formula.formula);
      if (!tree.ok || !isPlain(metric)) return null;
      let isKnown = true;
      const named = mapColumns(tree.value, (column) => {
        const record = indexModel(model).metricByName.get(column.name);
        const definition = record ? part(record.id) : null;
        if (!definition) isKnown = false;
        return { kind: 'column', qualifier: null, name: definition ?? '' };
      });
      return isKnown ? { derived: printExpression(normaliseExpression(named)) } : null;
    }
  }
}

/** Filters on top of a metric made of metrics reach into all of its parts; such a one is not told apart here. */
function isPlain({ filter, segmentIds }: MetricRecord): boolean {
  return filter === null && segmentIds.length === 0;
}

function defineMeasure(product: CompiledProduct, measure: MeasureRecord, metric: MetricRecord): Definition | null {
  const { model } = product;
  const entity = product.entities.get(recordOf(model, 'entity', measure.entityId)?.name ?? '');
  const rows = entity && defineRows(entity);
  if (!entity || rows === null) return null;
  const texts = [measure.filter, metric.filter].filter((text) => text !== null);
  const segments = [...measure.segmentIds, ...metric.segmentIds].map((id) => recordOf(model, 'segment', id));
  if (segments.some((segment) => segment?.entityId !== measure.entityId)) return null;
  const filters = [...texts, ...segments.flatMap((segment) => segment?.filter ?? [])].map((text) =>
    write(product, entity, measure.entityId, text),
  );
  const expression = measure.expression === null ? null : write(product, entity, measure.entityId, measure.expression);
  if (filters.includes(null) || (measure.expression !== null && expression === null)) return null;
  const looked = new Set(
    [expression, ...filters].flatMap((tree) =>
      tree === null ? [] : columnsOf(tree).map(({ qualifier }) => qualifier),
    ),
  );
  return {
    of: rows,
    lookups: lookupsOf(entity, looked),
    aggregation: measure.aggregation,
    percentile: measure.percentile,
    expression: expression && printExpression(expression),
    where: printPredicate(andOf(filters.filter((filter) => filter !== null))),
  };
}

/** The lookups that cannot change the rows, all of them as soon as one is read: they may stand on one another. */
function lookupsOf(entity: CompiledEntity, read: ReadonlySet<string | null>): unknown[] {
  const lookups = (entity.derivation?.inputs ?? []).filter(({ droppable }) => droppable);
  if (!lookups.some(({ ref }) => read.has(ref))) return [];
  return lookups.map(({ ref, on }) => [ref, on && printExpression(normaliseExpression(withRefs(entity, on)))]);
}

/** What the rows of an entity are made of, in the terms of its inputs; null for a wish, and where one is read twice. */
export function defineRows(entity: CompiledEntity): Definition | null {
  const { derivation } = entity;
  if (!derivation) return null;
  const write = (tree: Expression | null) =>
    tree === null ? null : printExpression(normaliseExpression(withRefs(entity, tree)));
  const groupBy = derivation.groupBy.map((name) => overInputs(entity, name));
  if (new Set(derivation.inputs.map(({ ref }) => ref)).size < derivation.inputs.length) return null;
  const live = derivation.inputs.filter(({ droppable }) => !droppable);
  return {
    inputs: live.map(({ ref, join, on }) => [ref, join, write(on)]),
    where: write(derivation.where),
    groupBy: groupBy.map(write).sort(),
  };
}

function write(product: CompiledProduct, entity: CompiledEntity, entityId: RecordId, text: string): Expression | null {
  const parsed = parseExpression(text);
  if (!parsed.ok) return null;
  let isKnown = true;
  const made = mapColumns(parsed.value, (column) => {
    const resolved = resolveName(product.model, entityId, column);
    const isOwn = resolved.ok && resolved.value.path.length === 0;
    const tree = isOwn ? overInputs(entity, column.name) : null;
    if (tree === null) isKnown = false;
    return tree === null ? undefined : withRefs(entity, tree);
  });
  return isKnown ? normaliseExpression(made) : null;
}

/** Aliases are private to a derivation; what they stand for is not. */
export function withRefs(entity: CompiledEntity, tree: Expression): Expression {
  const refs = new Map(entity.derivation?.inputs.map(({ alias, ref }) => [alias, ref]));
  return mapColumns(tree, (column) => {
    const ref = column.qualifier === null ? undefined : refs.get(column.qualifier);
    return ref === undefined ? undefined : { kind: 'column', qualifier: ref, name: column.name };
  });
}
