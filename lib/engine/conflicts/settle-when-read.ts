import type { PlanConflict } from '../plan';
import type { FoundConflict } from './conflict-facts';

/**
 * Conflicts with ways out that are looked for when somebody reads their words or repairs: planning again to prove one costs
 * as much as a plan, and who plans a thousand consumers reads few. They share one budget, so reading one settles all
 * before it first, and what is read is the same in whatever order it is read.
 */
export function settleWhenRead(
  found: readonly FoundConflict[],
  settle: (conflict: FoundConflict) => PlanConflict,
): PlanConflict[] {
  const isCostly = ({ propose, proved }: FoundConflict) => propose !== undefined && proved === undefined;
  const costly: FoundConflict[] = [];
  const settled: PlanConflict[] = [];
  const settledAt = (at: number): PlanConflict => {
    for (const next of costly.slice(settled.length, at + 1)) settled.push(settle(next));
    const one = settled[at];
    if (!one) throw new Error('what is read is settled by then');
    return one;
  };
  return found.map((conflict) => {
    if (!isCostly(conflict)) return settle(conflict);
    const at = costly.push(conflict) - 1;
    return whenRead(conflict, () => settledAt(at));
  });
}

/** In the JSON like everything else, and in the same place. */
function whenRead(conflict: FoundConflict, settled: () => PlanConflict): PlanConflict {
  const { propose: _, proved: __, refuses: ___, besides: ____, ...facts } = conflict;
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
