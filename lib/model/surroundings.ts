import type { AttributeType, Classification } from './records';

/**
 * What the rules may know of the world around one model. It is handed in, so that a rule stays a function of data: the
 * catalog makes it from a workspace snapshot, a test writes down the few lines it needs.
 */
export type ModelSurroundings = {
  productKey: string;
  alignment: 'source' | 'aggregate' | 'consumer';
  /** The team that owns the product; null when nobody does. */
  ownerKey: string | null;
  /** Null when the product states no use case. */
  useCase: { decision?: string | undefined; owner?: string | undefined } | null;
  /** By `product.entity`. Entities of the model itself are read from the document and never asked for here. */
  findEntity(ref: string): NeighbourEntity | null;
  /** By `source.table`. */
  findTable(ref: string): NeighbourTable | null;
  /** What the published metrics of a name compute, everybody's of one definition together, this product's among them. */
  findDefinitions(name: string): readonly DefinitionElsewhere[];
};

export type NeighbourEntity = {
  /** Attribute names. */
  grain: readonly string[];
  attributes: ReadonlyMap<string, NeighbourAttribute>;
};
type NeighbourAttribute = {
  type: AttributeType;
  /** False for a wish: the upstream product names it and does not know yet where it comes from. */
  expressionBound: boolean;
  classification: Classification | null;
};

export type NeighbourTable = {
  key: readonly string[];
  columns: ReadonlyMap<string, { type: AttributeType; classification: Classification | null }>;
};

/** `fingerprint` is `fingerprintMetric` of each one's own document; both are in the order of the products. */
export type DefinitionElsewhere = { fingerprint: string; metrics: readonly MetricElsewhere[] };
type MetricElsewhere = { product: string; ownerKey: string | null };
