import { canonicalJson } from '@/lib/base/canonical-json';
import { compareText } from '@/lib/base/compare-text';
import { freeName } from '@/lib/model/edits/free-name';
import { nextOrder } from '@/lib/model/edits/next-order';
import { recordOf } from '@/lib/model/model-index';
import type { MeasureRecord, MetricRecord } from '@/lib/model/records';
import { parseExpression } from '@/lib/sql/parse';
import { printPredicate } from '@/lib/sql/predicate';
import { printExpression } from '@/lib/sql/print';
import { andOf, mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity, CompiledProduct } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { OwnFacts, Proposal } from './conflict-facts';
import { defineRows, withRefs } from './define-metric';

/**
 * A simple metric computed as another team computes it: a measure of its own, in this model's names. Only where this model
 * has the same rows and every value theirs stands on; else nothing is proposed.
 */
export function adoptDefinition(
  { demand, names }: OwnFacts,
  metric: MetricRecord,
  theirs: { product: CompiledProduct; metric: MetricRecord },
): Proposal[] {
  const { consumer } = demand;
  if (metric.formula.kind !== 'simple' || theirs.metric.formula.kind !== 'simple') return [];
  const measure = recordOf(theirs.product.model, 'measure', theirs.metric.formula.measureId);
  const from = measure && theirs.product.entities.get(nameOfEntity(theirs.product, measure));
  const rows = from && defineRows(from);
  if (!measure || !from || rows === null) return [];
  const entity = [...consumer.entities.values()]
    .sort((a, b) => compareText(a.name, b.name))
    .find((own) => canonicalJson(defineRows(own)) === canonicalJson(rows));
  if (!entity) return [];
  const translate = translator(from, entity);
  const segments = [...measure.segmentIds, ...theirs.metric.segmentIds].map((id) =>
    recordOf(theirs.product.model, 'segment', id),
  );
  const texts = [measure.filter, theirs.metric.filter, ...segments.map((segment) => segment?.filter ?? null)];
  const filters = texts.flatMap((text) => (text === null ? [] : [translate(text)]));
  const expression = measure.expression === null ? null : translate(measure.expression);
  if (filters.includes(null) || (measure.expression !== null && expression === null)) return [];
  const made: MeasureRecord = {
    ...measure,
    id: `${metric.id}-as-in-${theirs.product.key}`.slice(0, 120),
    order: nextOrder(consumer.product.model, 'measure'),
    name: freeName(consumer.product.model, 'measure', measure.name),
    entityId: entity.record.id,
    expression: expression && printExpression(expression),
    filter: printPredicate(andOf(filters.filter((filter) => filter !== null))),
    segmentIds: [],
  };
  const adopted: MetricRecord = {
    ...metric,
    formula: { kind: 'simple', measureId: made.id },
    filter: null,
    segmentIds: [],
  };
  return [
    {
      words: `Compute it as ${names.product(theirs.product.key)} does.`,
      change: { schedules: [], records: [{ product: consumer.key, put: [made, adopted], remove: [] }] },
      keeps: metric.name,
    },
  ];
}

function nameOfEntity({ model }: CompiledProduct, { entityId }: MeasureRecord): string {
  return recordOf(model, 'entity', entityId)?.name ?? '';
}

/** Their text in this entity's names, attribute by attribute that is made of the same; null where one is not here. */
function translator(from: CompiledEntity, to: CompiledEntity): (text: string) => Expression | null {
  const written = (entity: CompiledEntity, name: string) => {
    const tree = overInputs(entity, name);
    return tree && printExpression(withRefs(entity, tree));
  };
  const here = new Map([...to.attributes.keys()].map((name) => [written(to, name), name]));
  return (text) => {
    const parsed = parseExpression(text);
    if (!parsed.ok) return null;
    let isKnown = true;
    const made = mapColumns(parsed.value, (column) => {
      const meaning = column.qualifier === null ? written(from, column.name) : null;
      const name = meaning === null ? undefined : here.get(meaning);
      if (name === undefined) isKnown = false;
      return name === undefined ? undefined : { kind: 'column', qualifier: null, name };
    });
    return isKnown ? made : null;
  };
}
