import { ownerIn } from '@/lib/model/input-ref';
import type { Refused } from '../conflicts/conflict-facts';
import { becauseOf } from './ask-structure';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

/**
 * What a conflict of this consumer says cannot be had, as the verdict of the requirement itself. The grain that is needed
 * is finer there than the one the provider has, so it is asked beside it and wins.
 */
export function refuseRows(
  { demand }: ConsumerDemand,
  rows: readonly AskedRow[],
  conflicts: readonly { refuses?: Refused }[],
): AskedRow[] {
  const refused = conflicts.flatMap(({ refuses }) => refuses ?? []);
  if (refused.length === 0) return [...rows];
  const filters = new Map(refused.flatMap((one) => (one.kind === 'rows' ? [[one.ref, one.supply]] : [])));
  const judged = rows.map((row) => {
    const supply = row.kind === 'rows' ? filters.get(`${row.product}.${row.target}`) : undefined;
    return supply === undefined ? row : { ...row, judged: { verdict: 'conflict' as const, supply } };
  });
  const grains = refused.flatMap(({ ref, kind, value, supply }): AskedRow[] => {
    const needed = demand.entities.get(ref);
    if (kind !== 'grain' || value === undefined || !needed) return [];
    return [
      {
        consumer: demand.consumer,
        product: ownerIn(ref),
        target: needed.name,
        kind,
        rule: null,
        role: null,
        value,
        judged: { verdict: 'conflict', supply },
        because: () => becauseOf(demand, ref, null, needed.causes),
      },
    ];
  });
  return [...judged, ...grains];
}
