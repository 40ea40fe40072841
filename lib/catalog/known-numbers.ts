import { baseMeasuresOf } from '@/lib/model/base-measures';
import { expressionsOf } from '@/lib/model/expressions';
import { attributeNamesIn, attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { AttributeRecord, MeasureRecord, MetricRecord } from '@/lib/model/records';
import { inputsOf } from '@/lib/model/scope';
import type { SearchHit } from './search';
import type { Product, WorkspaceSnapshot } from './snapshot';
import { wordForms } from './word-forms';

/** What a number somebody has already is worked out from, as far as it is offered. */
export type KnownNumber = { words: readonly string[]; hit: SearchHit };

/**
 * The numbers of published consumers that add up, count or average one field as it is offered, by what they are called: a
 * person who says “revenue” means what others made of it, whatever the field is called. Numbers made of several, and
 * fields that are worked out first, are left out, because one field would be half of what was meant.
 */
export function knownNumbers(snapshot: WorkspaceSnapshot, offered: readonly Product[], own: string): KnownNumber[] {
  const products = new Map(offered.map((product) => [product.key, product]));
  return snapshot.products
    .filter(({ key, alignment, status }) => alignment === 'consumer' && status !== 'draft' && key !== own)
    .flatMap((product) =>
      indexModel(product.model).byKind.metric.flatMap((metric): KnownNumber[] => {
        const hit = metric.formula.kind === 'simple' ? hitOf(product, metric, products) : null;
        return hit ? [{ words: wordForms(`${metric.name} ${metric.label ?? ''}`), hit }] : [];
      }),
    );
}

function hitOf(product: Product, metric: MetricRecord, offered: ReadonlyMap<string, Product>): SearchHit | null {
  const [measure, second] = baseMeasuresOf(product.model, metric.id);
  const isPart = [metric, measure].some((one) => one && (one.filter !== null || one.segmentIds.length > 0));
  const read = measure && !second ? readBy(product, measure, isPart) : null;
  const from = offered.get(read?.ref.slice(0, read.ref.indexOf('.')) ?? '');
  if (!read || !from) return null;
  const called = read.ref.slice(from.key.length + 1);
  const entity = indexModel(from.model).byKind.entity.find(({ name }) => name === called);
  const field =
    entity && read.name !== null ? attributesIn(from.model, entity.id).find(({ name }) => name === read.name) : null;
  const record = read.name === null ? entity : field;
  if (!entity || !record) return null;
  const text = `${labelOfRecord(product.model, metric.id)} of ${product.name}`;
  return {
    ref: read.name === null ? read.ref : `${read.ref}.${read.name}`,
    kind: record.kind,
    id: record.id,
    product: from.key,
    entity: entity.name,
    name: record.name,
    label: labelOfRecord(from.model, record.id),
    why: { in: 'number', text, how: 'holds' },
  };
}

/** The offered entity all of whose rows a measure counts, or the one field of it that it reads as it is. */
function readBy(
  { model }: Product,
  measure: MeasureRecord,
  isPart: boolean,
): { ref: string; name: string | null } | null {
  const entity = recordOf(model, 'entity', measure.entityId);
  const [first] = entity ? inputsOf(entity) : [];
  if (!entity || !first) return null;
  const columns = expressionsOf(measure).flatMap(({ place, columns }) => (place.in === 'expression' ? columns : []));
  const [column, second] = columns;
  if (measure.expression === null) return 'entity' in first && !isPart ? { ref: first.entity, name: null } : null;
  if (!column || second || column.qualifier !== null) return null;
  const attribute = attributeNamesIn(model, entity.id).get(column.name);
  const [read, other] = attribute ? copied(attribute) : [];
  const input = read && !other ? inputsOf(entity).find(({ as }) => as === read.qualifier) : undefined;
  return input && read && 'entity' in input ? { ref: input.entity, name: read.name } : null;
}

function copied(attribute: AttributeRecord) {
  const [written] = expressionsOf(attribute);
  return written?.parsed.ok && written.parsed.value.kind === 'column' ? written.columns : [];
}
