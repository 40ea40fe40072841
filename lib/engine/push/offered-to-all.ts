import type { Lineage } from '../lineage/lineage';
import type { Offered, OfferedTo } from './asked-row';
import type { NeededUpstream } from './house-rules';
import { type ComposedKind, offeredToReader } from './offered-to-reader';
import type { PlannedConsumer } from './plan-one';

/**
 * What a product offers those who need it, each by what he reads himself, the worst of all: what the house wants of it
 * whoever needs it must hold for every one of them. Found when such a rule is judged.
 */
export function offeredToAll(
  lineage: Lineage,
  planned: readonly PlannedConsumer[],
  { consumers }: Pick<NeededUpstream, 'consumers'>,
): (kind: ComposedKind) => OfferedTo {
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
  return (kind) => {
    const isLess = kind === 'availability' || kind === 'completeness' || kind === 'history';
    return (product, target) => {
      let worst: Offered | null = null;
      for (const key of consumers.get(product) ?? []) {
        const own = offeredTo(key, kind)?.(product, target);
        if (own) worst = worst === null ? own : worse(worst, own, isLess);
      }
      return worst ?? { supply: null, best: kind === 'deadline' ? Number.NEGATIVE_INFINITY : 0 };
    };
  };
}

function worse(a: Offered, b: Offered, isLess: boolean): Offered {
  const supply = a.supply === null || b.supply === null ? null : (isLess ? Math.min : Math.max)(a.supply, b.supply);
  return { supply, best: Math.max(a.best, b.best) };
}
