import { sameValue } from '@/lib/base/same-value';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { PlanConflict } from '../../plan';
import { applyChange } from '../../push/apply-change';
import { planShop } from './plan-shop';

/** Who must still do better is told of ages, and of what the conflict was about. */
const ABOUT: Partial<Record<PlanConflict['code'], string>> = {
  'infeasible-deadline': 'deadline',
  'infeasible-availability': 'availability',
  'history-lost': 'history',
  'history-max': 'history',
  delivery: 'delivery',
};

/**
 * The ways out that do not hold, with what comes of them against what was promised: each is applied and planned again,
 * its conflict must be gone, and the effect the one that was promised.
 */
export function findBrokenRepairs(snapshot: WorkspaceSnapshot, conflict: PlanConflict) {
  return conflict.repairs.flatMap(({ change, words, effect }) => {
    const after = planShop(applyChange(snapshot, change));
    const ages = after.requirements.filter(({ kind }) => kind === 'freshness');
    const behind = after.requirements.filter(
      ({ kind, verdict }) =>
        (kind === 'freshness' || kind === ABOUT[conflict.code]) && (verdict === 'tighten' || verdict === 'missing'),
    );
    const codes = [...new Set(after.conflicts.map(({ code }) => code))].sort();
    const found = {
      left: after.conflicts.filter((one) => sameValue(whatOf(one), whatOf(conflict))).map((one) => one.words),
      freshness: Object.fromEntries(ages.map(({ product, value }) => [product, value])),
      tighten: [...new Set(behind.map(({ product }) => product))].sort(),
      ...(effect.remaining && { remaining: codes }),
    };
    const { freshness, tighten, remaining } = effect;
    const promised = { left: [], freshness, tighten, ...(remaining && { remaining }) };
    return sameValue(found, promised) ? [] : [{ words, found, promised }];
  });
}

function whatOf({ code, at, target }: PlanConflict) {
  return [code, at, target];
}
