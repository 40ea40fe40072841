import { downstreamOf } from './downstream';
import type { Product, WorkspaceSnapshot } from './snapshot';

/**
 * What a model may be built from: every published product that is no consumer and is not made from it, because that would
 * run in a circle. Without a product, all of them; in the order of the workspace.
 */
export function offeredTo(snapshot: WorkspaceSnapshot, product: string | null): Product[] {
  const shut = product === null ? new Set<string>() : downstreamOf(snapshot, product);
  return snapshot.products.filter(
    ({ key, alignment, status }) => !shut.has(key) && alignment !== 'consumer' && status !== 'draft',
  );
}
