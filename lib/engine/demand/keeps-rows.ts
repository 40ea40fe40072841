import type { CompiledDerivation } from '../lineage/lineage';
import type { LiveInput } from './demand';

/**
 * Is every row of the `from` input exactly one row here? Only without a filter and a grouping, and while every other live
 * input is a left join that looks one row up at most. Shares and counts then mean the same on both sides.
 */
export function keepsRows({ where, groupBy }: CompiledDerivation, liveInputs: readonly LiveInput[]): boolean {
  return (
    where === null &&
    groupBy.length === 0 &&
    liveInputs.every(({ input }) => input.join === 'from' || (input.join === 'left' && input.pinsGrain))
  );
}
