import { ok } from '@/lib/base/result';
import type { Alignment, Product } from '@/lib/catalog/snapshot';
import { allow } from './allow';
import { organisationOf } from './organisation';
import { summariseProducts } from './summarise-products';
import type { World } from './world';

export type ProductFacets = {
  q: string | null;
  alignment: Alignment | null;
  domain: string | null;
  owner: string | null;
  /** The key of the last product of the page before. */
  cursor: string | null;
  limit: number;
};

/** The products that match every facet, in the order they are written; words are looked for in names and descriptions. */
export async function listProducts(world: World, facets: ProductFacets) {
  const { actor, store } = world;
  const allowed = allow(actor, 'catalog.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const { team } = organisationOf(snapshot);
  const found = snapshot.products.filter((product) => matches(product, team(product.owner)?.name ?? '', facets));
  const from = facets.cursor === null ? 0 : found.findIndex((product) => product.key === facets.cursor) + 1;
  const products = await summariseProducts(store, snapshot, found.slice(from, from + facets.limit));
  const isMore = from + facets.limit < found.length;
  return ok({ products, nextCursor: isMore ? (products.at(-1)?.key ?? null) : null });
}

function matches(product: Product, team: string, { q, alignment, domain, owner }: ProductFacets): boolean {
  const text = `${product.name} ${product.key} ${product.description ?? ''} ${team}`.toLowerCase();
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return (
    words.every((word) => text.includes(word)) &&
    (alignment === null || product.alignment === alignment) &&
    (domain === null || product.domain === domain) &&
    (owner === null || product.owner === owner)
  );
}
