import type { CompiledEntity, CompiledInput } from '../lineage/lineage';
import type { AttributeNeeds } from './attribute-needs';

/**
 * What one consumer needs of everything upstream, with the causes of every need. Causes are numbered and carried as bit
 * sets: a need lives while a bit is set, and which metric asked for a column is read off, never guessed.
 */
export type Demand = {
  consumer: string;
  causes: DemandCause[];
  /** Needed entities, each after everything that reads it; the consumer's own first. */
  order: EntityDemand[];
  entities: Map<string, EntityDemand>;
  tables: Map<string, TableDemand>;
  gaps: Gap[];
  /** Wishes, by name, for which the workspace has nobody to ask. */
  unplaced: string[];
};

export type DemandCause = { kind: 'metric'; name: string } | { kind: 'expectation'; name: string };

export type CauseSet = bigint;

export type EntityDemand = {
  ref: string;
  product: string;
  name: string;
  /** Null when the product, or the publishable part of its model, has no such entity. */
  entity: CompiledEntity | null;
  causes: CauseSet;
  /** The causes that need a value of it, and not only to join, filter or group. */
  direct: CauseSet;
  /** Causes that start here. */
  seeded: CauseSet;
  attributes: AttributeNeeds;
  /** Causes that start at one of its attributes, by name. */
  seededAttributes: ReadonlyMap<string, CauseSet>;
  /** What it needs of itself, because expressions name its own fields. */
  ownReads: readonly OwnRead[];
  liveInputs: LiveInput[];
};

/** Who, one step downstream, needs this: an attribute, or (null) an entity as a whole. */
export type Reader = { ref: string; attribute: string | null; direct: boolean; causes: CauseSet };

export type OwnRead = { name: string; reader: Reader };

export type LiveInput = { input: CompiledInput; causes: CauseSet };

/** `readers` are the entities that read it; which of its columns they need is found when somebody asks (`columns-read.ts`). */
type TableDemand = { ref: string; readers: EntityDemand[] };

/** Something drawn and used that nothing offers: asked of the product that is best placed to provide it. */
type Gap = {
  product: string;
  entity: string;
  attribute: string | null;
  wish: string;
  causes: CauseSet;
  direct: CauseSet;
  /** The attribute of the same name that its product has, and is needed from then on. */
  isFollowed: boolean;
};

/** What either needs; most sets that meet are one and the same, and then nothing is made. */
export function join(a: CauseSet, b: CauseSet): CauseSet {
  if (a === b || b === 0n) return a;
  return a === 0n ? b : a | b;
}

export function bit(cause: number): CauseSet {
  return 1n << BigInt(cause);
}

/** The numbers in a set, ascending. */
export function causesIn(set: CauseSet): number[] {
  const found: number[] = [];
  for (let rest = set, cause = 0; rest > 0n; rest >>= 1n, cause++) if (rest & 1n) found.push(cause);
  return found;
}
