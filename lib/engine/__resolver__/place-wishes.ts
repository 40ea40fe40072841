import type { Product } from '@/lib/catalog/snapshot';
import { attributesOf, type EntityRecord, recordsOf } from '@/lib/model/records';
import type { EntityView, WorkspaceView } from './view';

/** Who is asked for something that nobody said the origin of, and of which entity there it is. */
export type Place = { product: string; entity: string };

/**
 * A wish is asked of what its entity comes from. Where that is nothing yet, and where a consumer makes its rows from
 * tables, the best placed is asked. A source has nobody to ask, and neither has what others make from tables.
 */
export function placeOf(view: WorkspaceView, entity: EntityView): Place | null {
  const owner = view.products.get(entity.product);
  if (!owner || owner.alignment === 'source') return null;
  const provider = providerOf(view, entity, []);
  if (provider) return { product: provider.product, entity: provider.name };
  if (entity.record.derivation !== null && owner.alignment !== 'consumer') return null;
  const best = bestPlaced(view, owner, entity);
  return best && { product: best.key, entity: entity.name };
}

/** Whose rows an entity's are, through others of its own product. */
function providerOf(view: WorkspaceView, entity: EntityView, passed: readonly string[]): EntityView | null {
  const [from] = entity.inputs;
  const input = from && !from.isTable ? view.entities.get(from.ref) : undefined;
  if (!input || passed.includes(input.key)) return null;
  return input.product === entity.product ? providerOf(view, input, [...passed, entity.key]) : input;
}

/**
 * "The product that has one of that name, then the one that shares most attribute names, then the one this model already
 * leans on most"; never a consumer, what nobody has published, or what is made from the asker. The first by key of equals.
 */
function bestPlaced(view: WorkspaceView, asker: Product, wish: EntityView): Product | null {
  const names = new Set([...wish.attributes.keys()].map(heard));
  const calls = new Set(callsOf(wish.record));
  const open = view.snapshot.products.filter(
    (product) =>
      product.alignment !== 'consumer' && product.status !== 'draft' && !isMadeFrom(view, product.key, asker.key, []),
  );
  const ranked = open.map((product) => {
    const entities = recordsOf(product.model, 'entity');
    const attributes = entities.flatMap(({ id }) => attributesOf(product.model, id));
    const isNamed = entities.some((entity) => callsOf(entity).some((call) => calls.has(call)));
    const shared = attributes.filter(({ name }) => names.has(heard(name))).length;
    return { product, rank: [Number(isNamed), shared, leaningsOn(view, asker, product)] };
  });
  ranked.sort((a, b) => {
    const gap = a.rank.map((part, at) => (b.rank[at] ?? 0) - part).find((difference) => difference !== 0);
    return gap ?? (a.product.key < b.product.key ? -1 : 1);
  });
  return ranked[0]?.product ?? null;
}

function leaningsOn(view: WorkspaceView, asker: Product, product: Product): number {
  return [...view.entities.values()].filter(
    (entity) =>
      entity.product === asker.key &&
      entity.inputs.some(({ join, isTable, ref }) => join === 'from' && !isTable && ref.startsWith(`${product.key}.`)),
  ).length;
}

/** Whether one product reads another, at any distance; each is made from itself. */
function isMadeFrom(view: WorkspaceView, product: string, other: string, passed: readonly string[]): boolean {
  if (product === other) return true;
  if (passed.includes(product)) return false;
  const read = [...view.entities.values()].flatMap((entity) =>
    entity.product === product
      ? entity.inputs.flatMap(({ isTable, ref }) => (isTable ? [] : [ref.slice(0, ref.indexOf('.'))]))
      : [],
  );
  return [...new Set(read)].some((input) => isMadeFrom(view, input, other, [...passed, product]));
}

function callsOf({ name, label, synonyms }: EntityRecord): string[] {
  return [name, ...(label ? [label] : []), ...synonyms].map(heard);
}

/** Names are told apart by their letters and digits, whatever their case, and not by a plural s. */
function heard(name: string): string {
  const letters = [...name.toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).join('');
  return letters.endsWith('s') ? letters.slice(0, -1) : letters;
}
