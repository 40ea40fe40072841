import { compareText } from '@/lib/base/compare-text';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { compileLineage } from '../lineage/compile-lineage';
import { policyApplies } from '../lineage/lineage';
import type { Plan, ProductIssue } from '../plan';
import { reachWhole } from '../supply/reach-whole';
import { offersOver } from './offered-to-house';
import { tellUnmet } from './tell-unmet';

/**
 * House rules broken by products that nobody in a plan needs. They ask for nothing, since a house rule has no cause there,
 * and are not forgotten either: what is active has to keep them. Held against what each can supply when all it has is
 * needed; what nobody has said is neither kept nor broken. Rules of a classification speak of needed fields and so of none
 * here. `about` are the products to look at.
 */
export function findIdleHouseRules(
  snapshot: WorkspaceSnapshot,
  plan: Plan,
  about: readonly Product[] = snapshot.products,
): ProductIssue[] {
  const needed = new Set([...plan.requirements.map(({ product }) => product), ...plan.consumers.map(({ key }) => key)]);
  const idle = about.filter(({ key, status }) => status === 'published' && !needed.has(key));
  const keys = idle.map(({ key }) => key);
  const lineage = compileLineage(snapshot);
  const offers = offersOver(lineage, () => {
    const reached = reachWhole(lineage, keys);
    return reached.ok ? reached.value : null;
  });
  return idle
    .flatMap((product) => {
      const policies = snapshot.policies.filter(
        (policy) => policy.applies.classification === undefined && policyApplies(policy, product),
      );
      if (policies.length === 0) return [];
      const refs = [...(lineage.product(product.key)?.entities.values() ?? [])].map(({ ref }) => ref);
      const offered = offers(product, refs);
      return policies.flatMap(({ key, requires }) =>
        requires.flatMap((rule): ProductIssue[] => {
          const said = tellUnmet(offered, rule, snapshot);
          if (said === null) return [];
          const words = `The house rule “${key}” wants ${product.name} ${said.wanted}; ${said.is}.`;
          return [{ code: 'house-rule-unmet', at: product.key, severity: 'warning', policy: key, words }];
        }),
      );
    })
    .sort((a, b) => compareText(a.at, b.at) || compareText(a.policy, b.policy) || compareText(a.words, b.words));
}
