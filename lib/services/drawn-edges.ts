import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { expressionsOf } from '@/lib/model/expressions';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributesOf, type EntityRecord, recordsOf } from '@/lib/model/records';

/** One product reading another: which of its entities, and which of their attributes are named. */
export type DrawnEdge = { from: string; to: string; entities: Set<string>; attributes: Set<string> };

const drawn = new WeakMap<WorkspaceSnapshot, DrawnEdge[]>();

/** Who reads whom as the models are written, whether anybody needs it or not; kept with its snapshot. */
export function drawnEdges(snapshot: WorkspaceSnapshot): DrawnEdge[] {
  const known = drawn.get(snapshot);
  if (known) return known;
  const keys = new Set(snapshot.products.map((product) => product.key));
  const edges = snapshot.products.flatMap((product) => edgesInto(product).filter(({ from }) => keys.has(from)));
  drawn.set(snapshot, edges);
  return edges;
}

const around = new WeakMap<WorkspaceSnapshot, Map<string, { into: DrawnEdge[]; outOf: DrawnEdge[] }>>();

/** Of these, what one product reads and who reads it: looked up, because a page of one of thousands must not walk them all. */
export function edgesAround(snapshot: WorkspaceSnapshot, key: string): { into: DrawnEdge[]; outOf: DrawnEdge[] } {
  const found = around.get(snapshot) ?? byProduct(drawnEdges(snapshot));
  around.set(snapshot, found);
  return found.get(key) ?? { into: [], outOf: [] };
}

function byProduct(edges: readonly DrawnEdge[]) {
  const found = new Map<string, { into: DrawnEdge[]; outOf: DrawnEdge[] }>();
  const at = (key: string) => {
    const one = found.get(key) ?? { into: [], outOf: [] };
    found.set(key, one);
    return one;
  };
  for (const edge of edges) {
    at(edge.to).into.push(edge);
    at(edge.from).outOf.push(edge);
  }
  return found;
}

const into = new WeakMap<Product, readonly DrawnEdge[]>();

/** Kept with the product too: most products are the same in the next snapshot. */
function edgesInto(product: Product): readonly DrawnEdge[] {
  const known = into.get(product) ?? edgesOf(product);
  into.set(product, known);
  return known;
}

function edgesOf(product: Product): DrawnEdge[] {
  const edges = new Map<string, DrawnEdge>();
  for (const entity of recordsOf(product.model, 'entity')) {
    const inputs = inputsOf(entity);
    for (const [, ref] of inputs) {
      const from = ownerIn(ref);
      if (from === product.key) continue;
      const edge = edges.get(from) ?? { from, to: product.key, entities: new Set(), attributes: new Set() };
      edge.entities.add(nameIn(ref));
      edges.set(from, edge);
    }
    for (const column of columnsIn(product, entity)) {
      const ref = inputs.get(column.qualifier ?? '');
      const edge = ref && edges.get(ownerIn(ref));
      if (edge) edge.attributes.add(`${nameIn(ref)}.${column.name}`);
    }
  }
  return [...edges.values()];
}

/** Aliases of the inputs that are entities. */
function inputsOf({ derivation }: EntityRecord): Map<string, string> {
  const inputs = derivation === null ? [] : [derivation.from, ...derivation.joins];
  return new Map(inputs.flatMap((input): [string, string][] => ('entity' in input ? [[input.as, input.entity]] : [])));
}

function columnsIn({ model }: Product, entity: EntityRecord) {
  return [entity, ...attributesOf(model, entity.id)].flatMap((record) =>
    expressionsOf(record).flatMap(({ columns }) => columns),
  );
}
