import type { PlanConflict } from '../../plan';
import { findBrokenRepairs } from './find-broken-repairs';
import { planShop } from './plan-shop';
import { type Shop, shop } from './shop';

/** The one conflict of this shop, after making sure that every repair it offers really ends it. */
export function theConflict(given: Shop): { conflict: PlanConflict; told: string[] } {
  const snapshot = shop(given);
  const { conflicts } = planShop(snapshot);
  const [conflict] = conflicts;
  if (!conflict || conflicts.length > 1)
    throw new Error(conflicts.map(({ code, words }) => `${code}: ${words}`).join('\n'));
  const broken = findBrokenRepairs(snapshot, conflict);
  if (broken.length > 0) throw new Error(JSON.stringify(broken, null, 2));
  return { conflict, told: [conflict.words, ...conflict.repairs.map(({ words }) => words)] };
}
