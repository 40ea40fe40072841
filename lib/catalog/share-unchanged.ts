import { sameValue } from '@/lib/base/same-value';
import type { WorkspaceSnapshot } from './snapshot';

/**
 * A snapshot that was loaded again, with everything that says the same as before taken from before. What is kept with a
 * product or a document then outlives an edit of another one, though the store has read them all anew.
 */
export function shareUnchanged(before: WorkspaceSnapshot, after: WorkspaceSnapshot): WorkspaceSnapshot {
  const known = new Map(before.products.map((product) => [product.key, product]));
  const products = after.products.map((product) => {
    const was = known.get(product.key);
    if (!was) return product;
    if (sameValue(was, product)) return was;
    return sameValue(was.model, product.model) ? { ...product, model: was.model } : product;
  });
  const shared = <K extends keyof WorkspaceSnapshot>(part: K): WorkspaceSnapshot[K] =>
    sameValue(before[part], after[part]) ? before[part] : after[part];
  return {
    workspace: shared('workspace'),
    domains: shared('domains'),
    teams: shared('teams'),
    prices: shared('prices'),
    sources: shared('sources'),
    policies: shared('policies'),
    products,
    contracts: shared('contracts'),
  };
}
