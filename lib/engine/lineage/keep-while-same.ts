import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { CompiledEntity, CompiledProduct, CompiledTable, Lineage } from './lineage';

/**
 * The answer of a pure function of a lineage about one product or one entity, kept with it. Everything the function looks
 * at besides is written down while it runs, and the answer is given again in any snapshot where looking would find the very same
 * things. So after an edit only what stands on the edited thing is worked out again, whatever was added to the function
 * since, and the answer is the one a run from scratch would give.
 */
export function keepWhileSame<About extends object, T extends object>(
  work: (lineage: Lineage, about: About) => T,
): (lineage: Lineage | WatchingLineage, about: About) => T {
  const kept = new WeakMap<About, Kept<T>[]>();
  const answerAnew = (lineage: Lineage, about: About, list: readonly Kept<T>[]): Kept<T> => {
    const seen: Seen = {
      products: null,
      entities: null,
      tables: null,
      parts: null,
      within: null,
      sameIn: lineage.number,
    };
    const made = { seen, answer: work(watched(lineage, seen), about) };
    kept.set(about, [made, ...list.slice(0, KEPT_MAX - 1)]);
    return made;
  };
  return (asked, about) => {
    const outer = 'seen' in asked ? asked : null;
    const lineage = outer?.watched ?? asked;
    const list = kept.get(about) ?? NONE;
    const one = list.find(({ seen }) => isStill(seen, lineage)) ?? answerAnew(lineage, about, list);
    if (outer) {
      outer.seen.within ??= new Set();
      outer.seen.within.add(one.seen);
    }
    return one.answer;
  };
}

/** What is published, and a preview or two. */
const KEPT_MAX = 4;
const NONE: readonly never[] = [];

type Kept<T> = { seen: Seen; answer: T };
/** Null until something of the kind is looked at: there are a hundred thousand of these, and most look at one thing. */
type Seen = {
  products: Map<string, CompiledProduct | null> | null;
  entities: Map<string, CompiledEntity | null> | null;
  tables: Map<string, CompiledTable | null> | null;
  parts: Map<keyof WorkspaceSnapshot, unknown> | null;
  /** What answers it rests on have looked at: shared with them, and looked at again once for all who rest on them. */
  within: Set<Seen> | null;
  /** The number of the last lineage in which all of it was found to be the same: snapshots do not change, so there it stays so. */
  sameIn: number;
};

/** A lineage that writes down what is looked at in another. */
type WatchingLineage = Lineage & { watched: Lineage; seen: Seen };

function isStill(seen: Seen, lineage: Lineage): boolean {
  if (seen.sameIn === lineage.number) return true;
  const { products, entities, tables, parts, within } = seen;
  for (const [part, value] of parts ?? NONE) if (lineage.snapshot[part] !== value) return false;
  for (const [key, product] of products ?? NONE) if (lineage.product(key) !== product) return false;
  for (const [ref, entity] of entities ?? NONE) if (lineage.entity(ref) !== entity) return false;
  for (const [ref, table] of tables ?? NONE) if (lineage.table(ref)?.table !== table?.table) return false;
  for (const inner of within ?? NONE) if (!isStill(inner, lineage)) return false;
  seen.sameIn = lineage.number;
  return true;
}

function watched(lineage: Lineage, seen: Seen): WatchingLineage {
  let snapshot: WorkspaceSnapshot | null = null;
  return {
    watched: lineage,
    seen,
    number: lineage.number,
    get snapshot() {
      snapshot ??= watchedSnapshot(lineage.snapshot, seen);
      return snapshot;
    },
    product(key) {
      seen.products ??= new Map();
      const before = seen.products.get(key);
      if (before !== undefined) return before;
      const found = lineage.product(key);
      seen.products.set(key, found);
      return found;
    },
    entity(ref) {
      seen.entities ??= new Map();
      const before = seen.entities.get(ref);
      if (before !== undefined) return before;
      const found = lineage.entity(ref);
      seen.entities.set(ref, found);
      return found;
    },
    table(ref) {
      seen.tables ??= new Map();
      const before = seen.tables.get(ref);
      if (before !== undefined) return before;
      const found = lineage.table(ref);
      seen.tables.set(ref, found);
      return found;
    },
  };
}

/** The snapshot, part by part: most work reads its settings and never its list of products. */
function watchedSnapshot(snapshot: WorkspaceSnapshot, seen: Seen): WorkspaceSnapshot {
  const read = <K extends keyof WorkspaceSnapshot>(part: K): WorkspaceSnapshot[K] => {
    seen.parts ??= new Map();
    seen.parts.set(part, snapshot[part]);
    return snapshot[part];
  };
  return {
    get workspace() {
      return read('workspace');
    },
    get domains() {
      return read('domains');
    },
    get teams() {
      return read('teams');
    },
    get prices() {
      return read('prices');
    },
    get sources() {
      return read('sources');
    },
    get policies() {
      return read('policies');
    },
    get products() {
      return read('products');
    },
    get contracts() {
      return read('contracts');
    },
  };
}
