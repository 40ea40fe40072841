import type { Lineage } from '../lineage/lineage';
import type { Requirement } from '../plan';
import { type ClassesIn, rulesThatApply } from './house-rules';

/**
 * What cannot be had as it is asked, by anybody's need or by a house rule, and what nobody can agree to because its product
 * has no owner, by each consumer that is a cause of it. Reasons are walked for these rows only.
 */
export function openRowsByConsumer(
  lineage: Lineage,
  requirements: readonly Requirement[],
  classes: ClassesIn,
): ReadonlyMap<string, readonly Requirement[]> {
  const found = new Map<string, Requirement[]>();
  for (const row of requirements) {
    if (row.verdict === 'met') continue;
    const isOwned = lineage.product(row.product)?.product.owner !== null;
    if (row.verdict !== 'conflict' && isOwned && !isRuled(lineage, row, classes)) continue;
    for (const consumer of new Set(row.because.map((cause) => cause.consumer))) {
      const own = found.get(consumer);
      if (own) own.push(row);
      else found.set(consumer, [row]);
    }
  }
  return found;
}

/** Less than can be, where a house rule speaks of the same: only its causes tell whether it is the rule that asks. */
function isRuled(lineage: Lineage, { verdict, kind, product }: Requirement, classes: ClassesIn): boolean {
  if (verdict !== 'infeasible' || lineage.snapshot.policies.length === 0) return false;
  return rulesThatApply(lineage, [product], classes).some(({ rule }) => rule.rule === kind);
}
