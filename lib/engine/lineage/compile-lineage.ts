import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexSnapshot } from '@/lib/catalog/surroundings';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { compileProduct } from './compile-product';
import type { CompiledEntity, CompiledProduct, CompiledTable, Lineage } from './lineage';

const lineages = new WeakMap<WorkspaceSnapshot, Lineage>();
let made = 0;

/**
 * The lineage over one snapshot, the same one for every caller. Looking costs nothing; a product is compiled when it is
 * first reached, or taken as it was where nothing it stands on has changed.
 */
export function compileLineage(snapshot: WorkspaceSnapshot): Lineage {
  const known = lineages.get(snapshot);
  if (known) return known;
  const index = indexSnapshot(snapshot);
  const compiled = new Map<string, CompiledProduct>();
  const entities = new Map<string, CompiledEntity | null>();
  const tables = new Map<string, CompiledTable>();
  made += 1;
  const lineage: Lineage = {
    snapshot,
    number: made,
    product(key) {
      const done = compiled.get(key);
      if (done) return done;
      const product = index.products.get(key);
      if (!product) return null;
      const made = compileProduct(snapshot, product);
      compiled.set(key, made);
      return made;
    },
    entity(ref) {
      const done = entities.get(ref);
      if (done !== undefined) return done;
      const made = lineage.product(ownerIn(ref))?.entities.get(nameIn(ref)) ?? null;
      entities.set(ref, made);
      return made;
    },
    table(ref) {
      const table = index.tables.get(ref);
      if (!table) return null;
      const made = tables.get(ref) ?? { ref, source: ownerIn(ref), table };
      tables.set(ref, made);
      return made;
    },
  };
  lineages.set(snapshot, lineage);
  return lineage;
}
