import type { Lineage } from '../lineage/lineage';
import type { ConsumerPlan } from '../plan';
import type { ConsumerDemand } from './consumer-demand';
import { type ClassesIn, rulesThatApply } from './house-rules';
import { offersOver } from './offered-to-house';
import { tellUnmet } from './tell-unmet';

/**
 * House rules on a consumer itself are asked of nobody: what it does not keep, as things are offered, is said of it. What
 * nobody has said anything about is neither kept nor broken, and not told.
 */
export function findUnmetHouseRules(
  lineage: Lineage,
  consumerDemand: ConsumerDemand,
  classes: ClassesIn,
): ConsumerPlan['issues'] {
  const { consumer, demand, edges, graph, roots } = consumerDemand;
  const { key } = consumer;
  const rules = [
    ...rulesThatApply(lineage, [key], classes),
    ...reconciled(lineage, graph.order, classes).filter(({ product }) => product !== key),
  ].filter(
    (one, index, all) => one.rule.rule !== 'reconcile' || all.findIndex(({ rule }) => rule === one.rule) === index,
  );
  if (rules.length === 0) return [];
  const offered = offersOver(lineage, () => ({ order: demand.order.map(({ ref }) => ref), edges, graph }))(
    consumer.product,
    roots,
  );
  return rules.flatMap(({ policy, product, rule }) => {
    const said = tellUnmet(offered, rule, lineage.snapshot);
    if (said === null) return [];
    const words = `The house rule “${policy.key}” wants ${product === key ? 'it' : (lineage.product(product)?.product.name ?? product)} ${said.wanted}; ${said.is}.`;
    return [{ code: 'house-rule-unmet', at: key, severity: 'warning' as const, words }];
  });
}

/** Numbers that must agree are no product's own: nothing is asked for it anywhere, and that is said once. */
function reconciled(lineage: Lineage, products: readonly string[], classes: ClassesIn) {
  const isMeant = lineage.snapshot.policies.some(({ requires }) => requires.some(({ rule }) => rule === 'reconcile'));
  if (!isMeant) return [];
  return rulesThatApply(lineage, [...products].sort(), classes).filter(({ rule }) => rule.rule === 'reconcile');
}
