import type { Lineage } from '../lineage/lineage';
import type { Offered, OfferedTo } from './asked-row';
import type { NeededUpstream } from './house-rules';
import { type ComposedKind, offeredToReader } from './offered-to-reader';
import type { PlannedConsumer } from './plan-one';

/** What each of those who need a product is offered, by product and entity (null: the product); never nothing. */
export type OfferedToAll = (product: string, target: string | null) => readonly Offered[];

/**
 * What a product offers those who need it, each by what he reads himself: what the house wants of it whoever needs it must
 * hold for every one of them. Found when such a rule is judged.
 */
export function offeredToAll(
  lineage: Lineage,
  planned: readonly PlannedConsumer[],
  { consumers }: Pick<NeededUpstream, 'consumers'>,
): (kind: ComposedKind) => OfferedToAll {
  const byKey = new Map(planned.map(({ demand }) => [demand.consumer.key, demand]));
  const found = new Map<string, OfferedTo>();
  const offeredTo = (key: string, kind: ComposedKind): OfferedTo | null => {
    const known = found.get(`${kind} ${key}`);
    const reader = byKey.get(key);
    if (known || !reader) return known ?? null;
    const made = offeredToReader(lineage, reader, kind);
    found.set(`${kind} ${key}`, made);
    return made;
  };
  return (kind) => (product, target) => {
    const each = (consumers.get(product) ?? []).flatMap((key) => offeredTo(key, kind)?.(product, target) ?? []);
    return each.length > 0 ? each : [{ supply: null, best: kind === 'deadline' ? Number.NEGATIVE_INFINITY : 0 }];
  };
}
