import type { Build, Policy, Product, SourceTable, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Issue } from '@/lib/model/issue';
import type { LeftOut, PublishableModel } from '@/lib/model/publishable';
import type { AttributeRecord, EntityRecord } from '@/lib/model/records';
import type { Expression } from '@/lib/sql/tree';

/**
 * The product graph and the attribute graph, as far as somebody looks. Products are compiled when they are first
 * reached, so planning one consumer among thousands of products costs what lies upstream of it and nothing else.
 * Names are keys: a product is `agg-orders`, an entity `agg-orders.order`, a table `shop.orders`.
 */
export type Lineage = {
  snapshot: WorkspaceSnapshot;
  /** Tells it from every other, where one is to be remembered and not to be held on to. */
  number: number;
  /** Null for a product nobody has. */
  product(key: string): CompiledProduct | null;
  /** Null where the product, or the publishable part of its model, has no such entity. */
  entity(ref: string): CompiledEntity | null;
  table(ref: string): CompiledTable | null;
};

export type CompiledProduct = {
  key: string;
  product: Product;
  model: PublishableModel;
  issues: Issue[];
  leftOut: LeftOut[];
  /** By name, in the model's order. */
  entities: Map<string, CompiledEntity>;
  /** A draft offers nothing yet. */
  offers: boolean;
  /** What its build is in minutes. */
  spends: BuildMinutes;
};

export type CompiledEntity = {
  ref: string;
  product: string;
  name: string;
  record: EntityRecord;
  /** Attribute names. */
  grain: string[];
  attributes: Map<string, CompiledAttribute>;
  /** The names of its attributes by their position. */
  names: readonly string[];
  /** Null while unbound: a wish. */
  derivation: CompiledDerivation | null;
};

export type CompiledAttribute = {
  name: string;
  /** Its position in its entity. */
  at: number;
  record: AttributeRecord;
  /** Null while unbound: a wish. */
  tree: Expression | null;
};

export type CompiledDerivation = {
  /** The `from` input first, then the joins as written. */
  inputs: CompiledInput[];
  where: Expression | null;
  /** Names of this entity's attributes; empty means row by row. */
  groupBy: string[];
};

export type CompiledInput = {
  alias: string;
  kind: 'entity' | 'table';
  ref: string;
  join: 'from' | 'inner' | 'left';
  on: Expression | null;
  /** Its condition pins the whole grain (a table: key) of this input: each row meets one of it at most. */
  pinsGrain: boolean;
  /** A left join that pins the grain: it cannot change the rows. */
  droppable: boolean;
};

export type CompiledTable = { ref: string; source: string; table: SourceTable };

/** Minutes between runs, and minutes a run takes. */
export type BuildMinutes = { every: number; takes: number };

/** A virtual one spends nothing, a streaming one only its run. */
export function buildMinutes(build: Build): BuildMinutes {
  switch (build.mode) {
    case 'virtual':
      return { every: 0, takes: 0 };
    case 'streaming':
      return { every: 0, takes: build.takesMinutes };
    case 'scheduled':
      return { every: build.everyMinutes, takes: build.takesMinutes };
  }
}

/** Does a house rule speak about this product? Absent lists match everything. */
export function policyApplies(policy: Policy, product: Product): boolean {
  const { alignment, domain, product: products } = policy.applies;
  return (
    (alignment === undefined || alignment.includes(product.alignment)) &&
    (domain === undefined || (product.domain !== null && domain.includes(product.domain))) &&
    (products === undefined || products.includes(product.key))
  );
}
