import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { ownerIn } from '@/lib/model/input-ref';
import type { CompiledProduct, CompiledTable, Lineage } from './lineage';

/**
 * The answer of a pure function of a lineage about one product or one entity, kept with it. Everything the function looks
 * at besides is written down while it runs, and the answer is given again in any snapshot where looking would find the very same
 * things. So after an edit only what stands on the edited thing is worked out again, whatever was added to the function
 * since, and the answer is the one a run from scratch would give.
 */
export function keepWhileSame<About extends object, T extends object>(
  work: (lineage: Lineage, about: About) => T,
): (lineage: Lineage, about: About) => T {
  const kept = new WeakMap<About, Kept<T>[]>();
  return (lineage, about) => {
    const list = kept.get(about) ?? [];
    const known = list.find(({ seen }) => isStill(seen, lineage));
    if (known) return known.answer;
    const seen: Seen = { products: new Map(), tables: new Map(), parts: new Map() };
    const answer = work(watched(lineage, seen), about);
    kept.set(about, [{ seen, answer }, ...list].slice(0, KEPT_MAX));
    return answer;
  };
}

/** What is published, and a preview or two. */
const KEPT_MAX = 4;

type Kept<T> = { seen: Seen; answer: T };
type Seen = {
  products: Map<string, CompiledProduct | null>;
  tables: Map<string, CompiledTable['table'] | null>;
  parts: Map<keyof WorkspaceSnapshot, unknown>;
};

function isStill({ products, tables, parts }: Seen, lineage: Lineage): boolean {
  for (const [part, value] of parts) if (lineage.snapshot[part] !== value) return false;
  for (const [key, product] of products) if (lineage.product(key) !== product) return false;
  for (const [ref, table] of tables) if ((lineage.table(ref)?.table ?? null) !== table) return false;
  return true;
}

function watched(lineage: Lineage, seen: Seen): Lineage {
  const product = (key: string) => {
    const found = lineage.product(key);
    seen.products.set(key, found);
    return found;
  };
  return {
    snapshot: watchedSnapshot(lineage.snapshot, seen),
    product,
    entity(ref) {
      product(ownerIn(ref));
      return lineage.entity(ref);
    },
    table(ref) {
      const found = lineage.table(ref);
      seen.tables.set(ref, found?.table ?? null);
      return found;
    },
  };
}

/** The snapshot, part by part: most work reads its settings and never its list of products. */
function watchedSnapshot(snapshot: WorkspaceSnapshot, { parts }: Seen): WorkspaceSnapshot {
  const read = <K extends keyof WorkspaceSnapshot>(part: K): WorkspaceSnapshot[K] => {
    parts.set(part, snapshot[part]);
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
