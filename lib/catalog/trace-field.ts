import { baseMeasuresOf } from '@/lib/model/base-measures';
import { expressionsOf } from '@/lib/model/expressions';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributeNamesIn, attributesIn, indexModel } from '@/lib/model/model-index';
import { labelOfRecord, nameOfRecord } from '@/lib/model/names';
import type { AttributeRecord, EntityRecord, MeasureRecord } from '@/lib/model/records';
import { inputsOf } from '@/lib/model/scope';
import { inputProductsOf } from './downstream';
import type { Product, WorkspaceSnapshot } from './snapshot';

/** One field of one product, by name: `entity.attribute`. */
export type FieldPlace = { product: string; field: string };
export type FieldTrace = {
  /** The field itself and every field it is made from or that is made from it, by product, then as they are found. */
  fields: (FieldPlace & { label: string })[];
  /** One product's fields made from another's: the lines of the path. */
  edges: { from: string; to: string }[];
  /** `source.table.column`, sorted. */
  columns: string[];
  metrics: { product: string; metric: string; label: string }[];
};

/**
 * The way of one field's value, from the columns it is read from to the numbers that stand on it. What only filters,
 * joins or groups is not on the way: it decides which rows there are, not what stands in them. Null for a field that the
 * workspace does not have.
 */
export function traceField(snapshot: WorkspaceSnapshot, start: FieldPlace): FieldTrace | null {
  const products = new Map(snapshot.products.map((product) => [product.key, product]));
  const readers = new Map<string, string[]>();
  for (const product of snapshot.products)
    for (const from of inputProductsOf(product)) readers.set(from, [...(readers.get(from) ?? []), product.key]);
  const first = products.get(start.product);
  if (!first || !fieldsOf(first).has(start.field)) return null;

  const columns = new Set<string>();
  const edges = new Map<string, { from: string; to: string }>();
  const cross = (from: string, to: string) => from !== to && edges.set(`${from}~${to}`, { from, to });
  const upstream = ({ product, field }: FieldPlace): FieldPlace[] =>
    (fieldsOf(products.get(product)).get(field)?.reads ?? []).flatMap(({ ref, name, isTable }) => {
      if (isTable) columns.add(`${ref}.${name}`);
      const from = { product: ownerIn(ref), field: `${nameIn(ref)}.${name}` };
      if (isTable || !fieldsOf(products.get(from.product)).has(from.field)) return [];
      cross(from.product, product);
      return [from];
    });
  const downstream = ({ product, field }: FieldPlace): FieldPlace[] =>
    [...new Set([product, ...(readers.get(product) ?? [])])].flatMap((reader) =>
      (readBy(products.get(reader)).get(`${product}.${field}`) ?? []).map((made) => {
        cross(product, reader);
        return { product: reader, field: made };
      }),
    );
  const above = [...walk(start, upstream).values()];
  const below = [...walk(start, downstream).values()];
  return {
    fields: [...above, ...below.slice(1)].map((place) => ({
      ...place,
      label: labelIn(products.get(place.product), place.field),
    })),
    edges: [...edges.values()],
    columns: [...columns].sort(),
    metrics: below.flatMap(({ product, field }) => metricsOn(products.get(product), field)).filter(isFirst),
  };
}

/** Everything that can be reached, the start first, each once. */
function walk(start: FieldPlace, next: (place: FieldPlace) => FieldPlace[]): Map<string, FieldPlace> {
  const seen = new Map([[nameOf(start), start]]);
  for (const place of seen.values())
    for (const one of next(place)) if (!seen.has(nameOf(one))) seen.set(nameOf(one), one);
  return seen;
}

const nameOf = ({ product, field }: FieldPlace) => `${product}.${field}`;

type Read = { ref: string; name: string; isTable: boolean };
type Field = {
  entity: EntityRecord;
  attribute: AttributeRecord /** What its value is read from. */;
  reads: readonly Read[];
};
const fields = new WeakMap<Product, ReadonlyMap<string, Field>>();

/** The fields of a product by name; kept with it. */
function fieldsOf(product: Product | undefined): ReadonlyMap<string, Field> {
  if (!product) return new Map();
  const known = fields.get(product);
  if (known) return known;
  const { model } = product;
  const made = new Map<string, Field>();
  for (const entity of indexModel(model).byKind.entity) {
    const own = attributeNamesIn(model, entity.id);
    for (const attribute of attributesIn(model, entity.id))
      made.set(`${entity.name}.${attribute.name}`, {
        entity,
        attribute,
        reads: readsOf(product.key, entity, attribute, own),
      });
  }
  fields.set(product, made);
  return made;
}

/** A bare name is another field of the same entity. */
function readsOf(
  product: string,
  entity: EntityRecord,
  attribute: AttributeRecord,
  own: ReadonlyMap<string, AttributeRecord>,
): Read[] {
  const inputs = new Map(inputsOf(entity).map((input) => [input.as, input]));
  return expressionsOf(attribute)
    .flatMap(({ columns }) => columns)
    .flatMap(({ qualifier, name }): Read[] => {
      if (qualifier === null)
        return own.has(name) && name !== attribute.name
          ? [{ ref: `${product}.${entity.name}`, name, isTable: false }]
          : [];
      const input = inputs.get(qualifier);
      if (!input) return [];
      return 'table' in input
        ? [{ ref: input.table, name, isTable: true }]
        : [{ ref: input.entity, name, isTable: false }];
    });
}

const turned = new WeakMap<Product, ReadonlyMap<string, readonly string[]>>();

/** The other way round: per field of whatever product, by its full name, the fields of this one that are made from it. */
function readBy(product: Product | undefined): ReadonlyMap<string, readonly string[]> {
  if (!product) return new Map();
  const known = turned.get(product);
  if (known) return known;
  const made = new Map<string, string[]>();
  for (const [field, { reads }] of fieldsOf(product))
    for (const { ref, name, isTable } of reads)
      if (!isTable) made.set(`${ref}.${name}`, [...(made.get(`${ref}.${name}`) ?? []), field]);
  turned.set(product, made);
  return made;
}

function labelIn(product: Product | undefined, field: string): string {
  const found = fieldsOf(product).get(field);
  if (!product || !found) return field;
  return `${labelOfRecord(product.model, found.entity.id)} › ${labelOfRecord(product.model, found.attribute.id)}`;
}

/** Numbers that are computed over the field; what only restricts or cuts them is not. */
function metricsOn(product: Product | undefined, field: string): FieldTrace['metrics'] {
  const found = fieldsOf(product).get(field);
  if (!product || !found) return [];
  const { entity, attribute } = found;
  const { model } = product;
  const { byKind } = indexModel(model);
  const isRead = (measure: MeasureRecord) =>
    measure.entityId === entity.id &&
    expressionsOf(measure).some(
      ({ place, columns }) => place.in === 'expression' && columns.some(({ name }) => name === attribute.name),
    );
  const measures = new Set(byKind.measure.filter(isRead).map(({ id }) => id));
  if (measures.size === 0) return [];
  return byKind.metric
    .filter(({ id }) => baseMeasuresOf(model, id).some((one) => measures.has(one.id)))
    .map(({ id }) => ({ product: product.key, metric: nameOfRecord(model, id), label: labelOfRecord(model, id) }));
}

function isFirst(one: FieldTrace['metrics'][number], at: number, all: FieldTrace['metrics']): boolean {
  return all.findIndex(({ product, metric }) => product === one.product && metric === one.metric) === at;
}
