import { ok } from '@/lib/base/result';
import type { Alignment } from '@/lib/catalog/snapshot';
import { allow } from './allow';
import { type ProductSummary, summariseProducts } from './summarise-products';
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
  const found = (await summariseProducts(store, snapshot)).filter((product) => matches(product, facets));
  const from = facets.cursor === null ? 0 : found.findIndex((product) => product.key === facets.cursor) + 1;
  const products = found.slice(from, from + facets.limit);
  const isMore = from + facets.limit < found.length;
  return ok({ products, nextCursor: isMore ? (products.at(-1)?.key ?? null) : null });
}

function matches(product: ProductSummary, { q, alignment, domain, owner }: ProductFacets): boolean {
  const text = `${product.name} ${product.key} ${product.description ?? ''} ${product.owner?.name ?? ''}`.toLowerCase();
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return (
    words.every((word) => text.includes(word)) &&
    (alignment === null || product.alignment === alignment) &&
    (domain === null || product.domain?.key === domain) &&
    (owner === null || product.owner?.key === owner)
  );
}
