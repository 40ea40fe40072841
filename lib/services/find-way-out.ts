import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { PlanConflict } from '@/lib/engine/plan';
import type { PlanNames } from '@/lib/engine/push/plan-names';
import { canBeKept } from '@/lib/reviews/possible-actions';
import { isOpen } from '@/lib/reviews/state-machine';
import { livePlan } from './live-plan';
import type { StoredRequirement } from './store';

/**
 * Why an open requirement cannot be said yes to as things are built, and the schedules that planning again has shown to
 * be fast enough, with whose they are. Null where it can be kept, and where nobody has to decide.
 */
export function findWayOut(
  row: StoredRequirement,
  { snapshot, names }: { snapshot: WorkspaceSnapshot; names: PlanNames },
) {
  if (canBeKept(row) || !isOpen(row.state)) return null;
  const { conflicts } = livePlan(snapshot, [row.consumer]);
  const own = conflicts.filter((conflict) => isAbout(conflict, row));
  const [first] = own.length > 0 ? own : conflicts.filter(({ code }) => code === CODES[row.kind]);
  return {
    words: first?.words ?? 'As things are built today, nothing that was tried makes it possible.',
    repairs: (first?.repairs ?? [])
      .filter(({ change }) => change.schedules.length > 0)
      .map(({ words, change }) => ({
        words,
        products: change.schedules.map(({ product }) => ({ key: product, name: names.product(product) })),
      })),
  };
}

const CODES: Partial<Record<StoredRequirement['kind'], PlanConflict['code']>> = {
  freshness: 'infeasible-freshness',
  deadline: 'infeasible-deadline',
  availability: 'infeasible-availability',
};

function isAbout({ code, path, at }: PlanConflict, { kind, product }: StoredRequirement): boolean {
  return code === CODES[kind] && (at === product || path.includes(product));
}
