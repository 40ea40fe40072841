import { compareText } from '@/lib/base/compare-text';
import { describeShare } from '@/lib/base/describe-share';
import { joinWords } from '@/lib/base/join-words';
import { downstreamOf } from '@/lib/catalog/downstream';
import { type IndexOf, indexProducts } from '@/lib/catalog/index-products';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import type { EntityRecord, ModelDocument } from '@/lib/model/records';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { ownedBy } from './owned-by';

const ALIKE_MIN = 0.7;
/** What would have to be planned with more than so many others is for people to settle. */
const BESIDES_MAX = 8;

/**
 * Two products that read the same table into rows of the same grain, with mostly the same columns, or that filter, join and
 * group the same inputs in the same words: one of them is one too many. A warning on the one that is needed; a product that
 * is on its way out is not counted, and a plain copy of what another product offers is nothing that was made twice.
 */
export function findDuplicates(facts: OwnFacts): FoundConflict[] {
  const { demand, lineage, names } = facts;
  const makersOf = makersByRows(lineage.snapshot);
  return demand.demand.order.flatMap(({ entity }): readonly FoundConflict[] => {
    const from = entity?.derivation?.inputs[0];
    if (!entity || !from || entity.product === demand.consumer.key) return NONE;
    const readers = makersOfSame(makersOf, lineage, entity);
    const product = readers.length < 2 ? null : lineage.product(entity.product)?.product;
    const own = product && readInputs(product, entity.record);
    if (!own) return NONE;
    const byKey = [...readers].sort((a, b) => (a.product.key < b.product.key ? -1 : 1));
    return byKey.flatMap((other): FoundConflict[] => {
      if (other.product.key === entity.product) return [];
      const otherRef = `${other.product.key}.${other.entity.name}`;
      // Where both are needed, the first of them tells.
      if (otherRef < entity.ref && demand.demand.entities.has(otherRef)) return [];
      const offered = readInputs(other.product, other.entity);
      if (!offered || offered.grain.join() !== own.grain.join() || own.grain.length === 0) return [];
      const shared = [...own.columns.keys()].filter((column) => offered.columns.has(column));
      const alike = shared.length / Math.max(own.columns.size, offered.columns.size);
      if (alike < ALIKE_MIN) return [];
      const besides = readersOf(lineage.snapshot, other.product.key).filter((key) => key !== demand.consumer.key);
      const isCopied = isPlain(entity.record);
      const label = (name: string) =>
        names.target(entity.product, `${entity.name}.${name}`).split(' › ').at(-1) ?? name;
      const per = joinWords(own.grain.map((column) => label(own.columns.get(column) ?? column)));
      const made =
        isCopied || from.kind === 'table'
          ? from.ref
          : `${names.target(ownerIn(from.ref), nameIn(from.ref))} in ${names.product(ownerIn(from.ref))}`;
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
          words: `${two} are the same thing twice: one row per ${per} ${isCopied ? 'of' : 'made of'} ${made}, ${shared.length} columns in common (${describeShare(Math.round(alike * 100) / 100)}). ${ownedBy(names, entity.product)} ${ownedBy(names, other.product.key)}`,
          besides,
          ...(besides.length > BESIDES_MAX
            ? {}
            : { propose: () => readFrom(facts, entity.ref, { own, offered, other }) }),
        },
      ];
    });
  });
}

/** The consumers that are made from a product: it is changed with all of them in mind. */
function readersOf(snapshot: WorkspaceSnapshot, key: string): string[] {
  const reached = downstreamOf(snapshot, key);
  return snapshot.products
    .filter(({ key, alignment, status }) => alignment === 'consumer' && status === 'published' && reached.has(key))
    .map(({ key }) => key)
    .sort();
}

type Reading = {
  /** What tells its rows apart, by what it is made of. */
  grain: string[];
  /** Attribute name by what it is made of: the column it copies of a table, else its expression. */
  columns: ReadonlyMap<string, string>;
  /** The other way round. */
  names: ReadonlyMap<string, string>;
};

/** What an entity makes of its inputs; null where some of its key is made otherwise. */
function readInputs({ model }: Product, entity: EntityRecord): Reading | null {
  const prefix = `${entity.derivation?.from.as}.`;
  const made = attributesIn(model, entity.id).flatMap(({ id, name, expression }) => {
    if (expression === null) return [];
    if (!isPlain(entity)) return [{ id, name, column: expression }];
    const column = expression.startsWith(prefix) ? expression.slice(prefix.length) : '';
    return /^\w+$/.test(column) ? [{ id, name, column }] : [];
  });
  const grain = entity.grain.flatMap((id) => made.find((one) => one.id === id)?.column ?? []).sort();
  if (grain.length < entity.grain.length) return null;
  return {
    grain,
    // Of two that are made of the same, the one that comes first by name is told, wherever they were written.
    columns: new Map([...made].sort((a, b) => compareText(b.name, a.name)).map(({ column, name }) => [column, name])),
    names: new Map(made.map(({ column, name }) => [name, column])),
  };
}

function isPlain({ derivation }: EntityRecord): boolean {
  return derivation?.joins.length === 0 && derivation.where === null && derivation.groupBy.length === 0;
}

/**
 * What the rows of an entity are made of, as one text: its table, or the inputs with all that filters, joins and groups
 * them, word for word. Null for a wish and for a plain copy of another entity.
 */
function rowsOf(model: ModelDocument, entity: EntityRecord): string | null {
  const { derivation } = entity;
  if (!derivation) return null;
  const { from, joins, where, groupBy } = derivation;
  if (isPlain(entity)) return 'table' in from ? from.table : null;
  const groups = groupBy.map((id) => recordOf(model, 'attribute', id)?.expression ?? null);
  return JSON.stringify([from, joins, where, groups]);
}

const NONE: readonly never[] = [];

type Maker = { product: Product; entity: EntityRecord };

/** Who makes rows of the same, among what is offered. */
const makersByRows = indexProducts((product) => {
  if (product.status !== 'published' || product.alignment === 'consumer') return [];
  return indexModel(product.model).byKind.entity.flatMap((entity): [string, Maker][] => {
    const rows = rowsOf(product.model, entity);
    return rows === null ? [] : [[rows, { product, entity }]];
  });
});

/** Everybody who needs an entity looks who else makes it. */
function makersOfSame(makersOf: IndexOf<Maker>, lineage: Lineage, entity: CompiledEntity): readonly Maker[] {
  const before = looked.get(entity);
  if (before?.makersOf === makersOf) return before.makers;
  const model = lineage.product(entity.product)?.product.model;
  const rows = model ? rowsOf(model, entity.record) : null;
  const makers = (rows === null ? null : makersOf.get(rows)) ?? NONE;
  looked.set(entity, { makersOf, makers });
  return makers;
}

const looked = new WeakMap<CompiledEntity, { makersOf: IndexOf<Maker>; makers: readonly Maker[] }>();

/** The other one reads what is offered already, for the columns it has in common; what it has alone keeps it apart. */
function readFrom(
  { names }: OwnFacts,
  ref: string,
  { own, offered, other }: { own: Reading; offered: Reading; other: Maker },
): Proposal[] {
  const { derivation } = other.entity;
  if (!derivation || [...offered.columns.keys()].some((column) => !own.columns.has(column))) return [];
  const alias = derivation.from.as;
  const put = attributesIn(other.product.model, other.entity.id).flatMap((attribute) => {
    const column = offered.names.get(attribute.name);
    const source = column === undefined ? undefined : own.columns.get(column);
    return source === undefined ? [] : [{ ...attribute, expression: `${alias}.${source}` }];
  });
  const read = { from: { entity: ref, as: alias }, joins: [], where: null, groupBy: [] };
  const entity = { ...other.entity, derivation: read };
  const instead = isPlain(other.entity) ? 'instead of the table' : 'instead of making it again';
  return [
    {
      words: `${names.product(other.product.key)} reads it from ${names.product(ref.slice(0, ref.indexOf('.')))} ${instead}.`,
      change: { schedules: [], records: [{ product: other.product.key, put: [entity, ...put], remove: [] }] },
    },
  ];
}
