import { once } from '@/lib/base/once';
import type { PlanConflict } from '../plan';
import type { FoundConflict } from './conflict-facts';

/**
 * Conflicts with ways out that are looked for when somebody reads their words or repairs: planning again to prove one costs
 * as much as a plan, and who plans a thousand consumers reads few. They share one budget, which what cannot be had spends
 * before what can be lived with; so reading one settles all before it first, and what is read is the same in whatever
 * order it is read. Those that prove their own ways out spend nothing of it.
 */
export function settleWhenRead(
  found: readonly FoundConflict[],
  settle: (conflict: FoundConflict) => PlanConflict,
): PlanConflict[] {
  const isCostly = ({ propose, told }: FoundConflict) => propose !== undefined && told === undefined;
  const costly = found.filter(isCostly);
  const isWarning = ({ severity }: FoundConflict) => severity === 'warning';
  const waiting = [...costly.filter((one) => !isWarning(one)), ...costly.filter(isWarning)];
  const settled = new Map<FoundConflict, PlanConflict>();
  const settledOne = (conflict: FoundConflict): PlanConflict => {
    for (let known = settled.get(conflict); ; known = settled.get(conflict)) {
      if (known) return known;
      const next = waiting[settled.size];
      if (!next) throw new Error('what is read is settled by then');
      settled.set(next, settle(next));
    }
  };
  return found.map((conflict) => {
    if (isCostly(conflict)) return whenRead(conflict, () => settledOne(conflict));
    return conflict.told
      ? whenRead(
          conflict,
          once(() => settle(conflict)),
        )
      : settle(conflict);
  });
}

/** In the JSON like everything else, and in the same place. */
function whenRead(conflict: FoundConflict, settled: () => PlanConflict): PlanConflict {
  const { propose: _, told: __, refuses: ___, besides: ____, ...facts } = conflict;
  return {
    ...facts,
    get words() {
      return settled().words;
    },
    get repairs() {
      return settled().repairs;
    },
  };
}
