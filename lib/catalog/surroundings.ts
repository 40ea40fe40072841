import { groupBy } from '@/lib/base/group-by';
import { once } from '@/lib/base/once';
import { fingerprintMetric } from '@/lib/model/fingerprint-metric';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributeNamesIn, indexModel } from '@/lib/model/model-index';
import type { EntityRecord, MetricRecord, ModelDocument } from '@/lib/model/records';
import type { DefinitionElsewhere, ModelSurroundings, NeighbourEntity, NeighbourTable } from '@/lib/model/surroundings';
import { type Changed, changedSince, type IndexOf } from './index-products';
import type { Product, SourceTable, WorkspaceSnapshot } from './snapshot';

/**
 * What the rules of one product's model may know of the rest of its workspace. Asking for thousands of products costs
 * one index of the snapshot; what a neighbour offers is looked up when it is asked for. A product the snapshot does not
 * have is one of no alignment, and that is a bug of the caller.
 */
export function surroundingsOf(snapshot: WorkspaceSnapshot, productKey: string): ModelSurroundings {
  const { products, tables, metrics } = indexSnapshot(snapshot);
  const product = products.get(productKey);
  if (!product) throw new Error(`no such product in the snapshot: ${productKey}`);
  return {
    productKey,
    alignment: product.alignment,
    ownerKey: product.owner,
    useCase: product.useCase,
    findEntity: (ref) => findEntity(products, ref),
    findTable: (ref) => neighbourTable(tables.get(ref) ?? null),
    findDefinitions: (name) => definitionsIn(metrics().get(name) ?? []),
  };
}

/** A snapshot, looked up by key. Made once for each, and what did not change is taken from the one before. */
export type SnapshotIndex = {
  products: ReadonlyMap<string, Product>;
  /** By `source.table`. */
  tables: ReadonlyMap<string, SourceTable>;
  /** By name, in the order of the products; made when somebody asks. */
  metrics: () => IndexOf<NamedMetric>;
};
export type NamedMetric = { product: Product; metric: MetricRecord };

const indexes = new WeakMap<WorkspaceSnapshot, SnapshotIndex>();
const tablesOf = new WeakMap<WorkspaceSnapshot['sources'], ReadonlyMap<string, SourceTable>>();

export function indexSnapshot(snapshot: WorkspaceSnapshot): SnapshotIndex {
  const known = indexes.get(snapshot);
  if (known) return known;
  let metrics: IndexOf<NamedMetric> | null = null;
  const made: SnapshotIndex = {
    products: byKey(snapshot.products),
    tables: indexTables(snapshot.sources),
    metrics: () => {
      metrics ??= indexMetrics(snapshot.products);
      return metrics;
    },
  };
  indexes.set(snapshot, made);
  return made;
}

function byKey(products: readonly Product[]): ReadonlyMap<string, Product> {
  const found = new Map<string, Product>();
  for (const product of products) found.set(product.key, product);
  return found;
}

function indexTables(sources: WorkspaceSnapshot['sources']): ReadonlyMap<string, SourceTable> {
  const known = tablesOf.get(sources);
  if (known) return known;
  const made = new Map(
    sources.flatMap(({ key, tables }) => tables.map((table): [string, SourceTable] => [`${key}.${table.name}`, table])),
  );
  tablesOf.set(sources, made);
  return made;
}

/** One that was made, to start the next from: an edit changes a product or two, and there are thousands. */
let base: MetricBase | null = null;
type MetricBase = {
  products: readonly Product[];
  named: IndexOf<NamedMetric>;
  positionOf: () => ReadonlyMap<string, number>;
};

function indexMetrics(products: readonly Product[]): IndexOf<NamedMetric> {
  const changed = base && changedSince(base.products, products);
  if (base && changed) return changed.length === 0 ? base.named : replaceMetrics(base, changed);
  const positionOf = once(() => new Map(products.map(({ key }, at) => [key, at])));
  base = { products, named: collectMetrics(products), positionOf };
  return base.named;
}

function collectMetrics(products: readonly Product[]): Map<string, NamedMetric[]> {
  const named = new Map<string, NamedMetric[]>();
  for (const product of products)
    for (const metric of indexModel(product.model).byKind.metric) {
      const sameName = named.get(metric.name);
      if (sameName) sameName.push({ product, metric });
      else named.set(metric.name, [{ product, metric }]);
    }
  return named;
}

/** The metrics of changed products laid over those of before, still in the order of the products. */
function replaceMetrics({ named, positionOf }: MetricBase, changed: readonly Changed[]): IndexOf<NamedMetric> {
  const over = new Map<string, readonly NamedMetric[]>();
  const get = (name: string) => over.get(name) ?? named.get(name);
  const place = ({ product }: NamedMetric) => positionOf().get(product.key) ?? 0;
  for (const { was, is } of changed) {
    for (const { name } of indexModel(was.model).byKind.metric)
      over.set(
        name,
        (get(name) ?? []).filter(({ product }) => product !== was),
      );
    for (const metric of indexModel(is.model).byKind.metric)
      over.set(
        metric.name,
        [...(get(metric.name) ?? []), { product: is, metric }].sort((a, b) => place(a) - place(b)),
      );
  }
  return { get };
}

const neighbourTables = new WeakMap<SourceTable, NeighbourTable>();

function neighbourTable(table: SourceTable | null): NeighbourTable | null {
  if (table === null) return null;
  const made = neighbourTables.get(table) ?? toNeighbourTable(table);
  neighbourTables.set(table, made);
  return made;
}

function toNeighbourTable({ key, columns }: SourceTable): NeighbourTable {
  return { key, columns: new Map(columns.map(({ name, type, classification }) => [name, { type, classification }])) };
}

const definitions = new WeakMap<readonly NamedMetric[], readonly DefinitionElsewhere[]>();

/** Everybody who calls a metric the same is compared with the same definitions: they are told apart once for all. */
function definitionsIn(named: readonly NamedMetric[]): readonly DefinitionElsewhere[] {
  const known = definitions.get(named);
  if (known) return known;
  const alike = groupBy(named, ({ product, metric }) => fingerprintMetric(product.model, metric.id));
  const made = Array.from(alike, ([fingerprint, metrics]) => ({
    fingerprint,
    metrics: metrics.map(({ product, metric }) => ({ product: product.key, ownerKey: metric.owner ?? product.owner })),
  }));
  definitions.set(named, made);
  return made;
}

const neighbours = new WeakMap<ModelDocument, Map<EntityRecord, NeighbourEntity>>();

function findEntity(products: ReadonlyMap<string, Product>, ref: string): NeighbourEntity | null {
  const model = products.get(ownerIn(ref))?.model;
  const entity = model && indexModel(model).entityByName.get(nameIn(ref));
  if (!model || !entity) return null;
  const known = neighbours.get(model) ?? new Map<EntityRecord, NeighbourEntity>();
  neighbours.set(model, known);
  const made = known.get(entity) ?? toNeighbour(model, entity);
  known.set(entity, made);
  return made;
}

function toNeighbour(model: ModelDocument, entity: EntityRecord): NeighbourEntity {
  const attributes = attributeNamesIn(model, entity.id);
  const nameById = new Map(Array.from(attributes.values(), ({ id, name }) => [id, name]));
  return {
    grain: entity.grain.flatMap((id) => nameById.get(id) ?? []),
    attributes: new Map(
      Array.from(attributes, ([name, { type, expression, classification }]) => [
        name,
        { type, expressionBound: expression !== null, classification },
      ]),
    ),
  };
}
