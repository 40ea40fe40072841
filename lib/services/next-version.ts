import type { ReadStore } from './store';

/** The number a new version of a product gets. Numbers are never used twice, published or not. */
export async function nextVersion(store: ReadStore, productId: string): Promise<number> {
  const [latest] = await store.versions(productId);
  return (latest?.number ?? 0) + 1;
}
