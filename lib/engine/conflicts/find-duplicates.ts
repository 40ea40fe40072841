import { describeShare } from '@/lib/base/describe-share';
import { indexProducts } from '@/lib/catalog/index-products';
import type { Product } from '@/lib/catalog/snapshot';
import { attributesIn, indexModel } from '@/lib/model/model-index';
import type { EntityRecord } from '@/lib/model/records';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { ownedBy } from './owned-by';

const ALIKE_MIN = 0.7;

/**
 * Two products that read the same table into rows of the same grain, with mostly the same columns: one of them is one too
 * many. A warning on the one that is needed; a product that is on its way out is not counted.
 */
export function findDuplicates(facts: OwnFacts): FoundConflict[] {
  const { demand, lineage, names } = facts;
  const readersOf = readersByTable(lineage.snapshot);
  const isShared = [...demand.demand.tables.keys()].some((ref) => (readersOf.get(ref)?.length ?? 0) > 1);
  if (!isShared) return [];
  return demand.demand.order.flatMap((ref): FoundConflict[] => {
    const entity = demand.demand.entities.get(ref)?.entity;
    const from = entity?.derivation?.inputs[0];
    if (!entity || from?.kind !== 'table' || entity.product === demand.consumer.key) return [];
    const readers = readersOf.get(from.ref) ?? [];
    if (readers.length < 2) return [];
    const compiled = lineage.product(entity.product);
    const own = compiled && readTable(compiled.product, entity.record);
    if (!own) return [];
    const byKey = [...readers].sort((a, b) => (a.product.key < b.product.key ? -1 : 1));
    return byKey.flatMap((other): FoundConflict[] => {
      if (other.product.key === entity.product) return [];
      const otherRef = `${other.product.key}.${other.entity.name}`;
      // Where both are needed, the first of them tells.
      if (otherRef < entity.ref && demand.demand.entities.has(otherRef)) return [];
      const offered = readTable(other.product, other.entity);
      if (!offered || offered.grain.join() !== own.grain.join() || own.grain.length === 0) return [];
      const shared = [...own.columns.keys()].filter((column) => offered.columns.has(column));
      const alike = shared.length / Math.max(own.columns.size, offered.columns.size);
      if (alike < ALIKE_MIN) return [];
      const two = `${names.target(entity.product, entity.name)} in ${names.product(entity.product)} and ${names.target(other.product.key, other.entity.name)} in ${names.product(other.product.key)}`;
      return [
        {
          code: 'duplicate-product',
          consumer: demand.consumer.key,
          at: entity.product,
          target: `${entity.name} ${otherRef}`,
          severity: 'warning',
          products: [entity.product, other.product.key],
          path: [entity.ref, otherRef],
          numbers: {
            sharedColumns: shared.length,
            columns: own.columns.size,
            otherColumns: offered.columns.size,
            alike,
          },
          words: `${two} are the same thing twice: one row per ${own.grain.join(' and ')} of ${from.ref}, ${shared.length} columns in common (${describeShare(Math.round(alike * 100) / 100)}). ${ownedBy(names, entity.product)} ${ownedBy(names, other.product.key)}`,
          propose: () => readFrom(facts, entity.ref, { own, offered, other }),
        },
      ];
    });
  });
}

type Reading = {
  grain: string[] /** Attribute name by the column it copies. */;
  columns: ReadonlyMap<string, string>;
  /** Column by the name of the attribute that copies it. */
  names: ReadonlyMap<string, string>;
};

/** What an entity copies of its table; null where it filters, joins or groups, and is therefore something of its own. */
function readTable({ model }: Product, entity: EntityRecord): Reading | null {
  const { derivation } = entity;
  if (!derivation || derivation.joins.length > 0 || derivation.where !== null || derivation.groupBy.length > 0)
    return null;
  const prefix = `${derivation.from.as}.`;
  const copies = attributesIn(model, entity.id).flatMap(({ id, name, expression }) => {
    const column = expression?.startsWith(prefix) ? expression.slice(prefix.length) : null;
    return column !== null && /^\w+$/.test(column) ? [{ id, name, column }] : [];
  });
  const grain = entity.grain.flatMap((id) => copies.find((copy) => copy.id === id)?.column ?? []).sort();
  if (grain.length < entity.grain.length) return null;
  return {
    grain,
    columns: new Map(copies.map(({ column, name }) => [column, name])),
    names: new Map(copies.map(({ column, name }) => [name, column])),
  };
}

type Reader = { product: Product; entity: EntityRecord };

/** Who reads a table first-hand, among what is offered. */
const readersByTable = indexProducts((product) => {
  if (product.status !== 'published' || product.alignment === 'consumer') return [];
  return indexModel(product.model).byKind.entity.flatMap((entity): [string, Reader][] => {
    const from = entity.derivation?.from;
    return from && 'table' in from ? [[from.table, { product, entity }]] : [];
  });
});

/** The other one reads what is offered already, for the columns it has in common; what it has alone keeps it apart. */
function readFrom(
  { names }: OwnFacts,
  ref: string,
  { own, offered, other }: { own: Reading; offered: Reading; other: Reader },
): Proposal[] {
  const { derivation } = other.entity;
  if (!derivation || [...offered.columns.keys()].some((column) => !own.columns.has(column))) return [];
  const alias = derivation.from.as;
  const put = attributesIn(other.product.model, other.entity.id).flatMap((attribute) => {
    const column = offered.names.get(attribute.name);
    const source = column === undefined ? undefined : own.columns.get(column);
    return source === undefined ? [] : [{ ...attribute, expression: `${alias}.${source}` }];
  });
  const entity = { ...other.entity, derivation: { ...derivation, from: { entity: ref, as: alias } } };
  return [
    {
      words: `${names.product(other.product.key)} reads it from ${names.product(ref.slice(0, ref.indexOf('.')))} instead of the table.`,
      change: { schedules: [], records: [{ product: other.product.key, put: [entity, ...put], remove: [] }] },
    },
  ];
}
