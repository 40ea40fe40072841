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
  /** The metrics of the other products that bear a name; `fingerprint` is `fingerprintMetric` of its own document. */
  findMetrics(name: string): readonly MetricElsewhere[];
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

export type MetricElsewhere = { product: string; name: string; fingerprint: string; ownerKey: string | null };
