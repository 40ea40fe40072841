import { fingerprintMetric } from '@/lib/model/fingerprint-metric';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributeNamesIn, indexModel } from '@/lib/model/model-index';
import type { EntityRecord, MetricRecord, ModelDocument } from '@/lib/model/records';
import type { MetricElsewhere, ModelSurroundings, NeighbourEntity, NeighbourTable } from '@/lib/model/surroundings';
import type { Product, SourceTable, WorkspaceSnapshot } from './snapshot';

/**
 * What the rules of one product's model may know of the rest of its workspace. Asking for thousands of products costs
 * one index of the snapshot; what a neighbour offers is looked up when it is asked for. A product the snapshot does not
 * have is one of no alignment, and that is a bug of the caller.
 */
export function surroundingsOf(snapshot: WorkspaceSnapshot, productKey: string): ModelSurroundings {
  const index = indexSnapshot(snapshot);
  const product = index.products.get(productKey);
  if (!product) throw new Error(`no such product in the snapshot: ${productKey}`);
  return {
    productKey,
    alignment: product.alignment,
    ownerKey: product.owner,
    useCase: product.useCase,
    findEntity: (ref) => findEntity(index, ref),
    findTable: (ref) => index.tables.get(ref) ?? null,
    get metricsElsewhere() {
      return index.metrics().filter((metric) => metric.product !== productKey);
    },
  };
}

type SnapshotIndex = {
  products: ReadonlyMap<string, Product>;
  tables: ReadonlyMap<string, NeighbourTable>;
  metrics: () => readonly MetricElsewhere[];
};

const indexes = new WeakMap<WorkspaceSnapshot, SnapshotIndex>();

function indexSnapshot(snapshot: WorkspaceSnapshot): SnapshotIndex {
  const known = indexes.get(snapshot);
  if (known) return known;
  let metrics: MetricElsewhere[] | null = null;
  const made: SnapshotIndex = {
    products: new Map(snapshot.products.map((product) => [product.key, product])),
    tables: new Map(
      snapshot.sources.flatMap(({ key, tables }) =>
        tables.map((table): [string, NeighbourTable] => [`${key}.${table.name}`, toNeighbourTable(table)]),
      ),
    ),
    metrics: () => {
      metrics ??= snapshot.products.flatMap((product) =>
        indexModel(product.model).byKind.metric.map((metric) => toMetricElsewhere(product, metric)),
      );
      return metrics;
    },
  };
  indexes.set(snapshot, made);
  return made;
}

function toNeighbourTable({ key, columns }: SourceTable): NeighbourTable {
  return { key, columns: new Map(columns.map(({ name, type, classification }) => [name, { type, classification }])) };
}

/** The fingerprint is made when somebody compares: most metrics share their name with no other. */
function toMetricElsewhere({ key, owner, model }: Product, metric: MetricRecord): MetricElsewhere {
  let fingerprint: string | null = null;
  return {
    product: key,
    name: metric.name,
    get fingerprint() {
      fingerprint ??= fingerprintMetric(model, metric.id);
      return fingerprint;
    },
    ownerKey: metric.owner ?? owner,
  };
}

function findEntity(index: SnapshotIndex, ref: string): NeighbourEntity | null {
  const model = index.products.get(ownerIn(ref))?.model;
  const entity = model && indexModel(model).entityByName.get(nameIn(ref));
  return model && entity ? toNeighbour(model, entity) : null;
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
