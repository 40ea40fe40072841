import { canonicalJson } from '@/lib/base/canonical-json';
import type { Repair } from '@/lib/engine/plan';

/** What would put all of it right: each repair once, however many places it was found for. */
export function repairsOf(conflicts: readonly { readonly repairs: readonly Repair[] }[]): Repair[] {
  const known = new Map<string, Repair>();
  for (const { repairs } of conflicts)
    for (const repair of repairs) {
      const key = canonicalJson(repair.change);
      if (!known.has(key)) known.set(key, repair);
    }
  return [...known.values()];
}
