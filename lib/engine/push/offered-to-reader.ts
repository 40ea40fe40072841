import { ownerIn } from '@/lib/model/input-ref';
import { keepWhileSame } from '../lineage/keep-while-same';
import type { Lineage } from '../lineage/lineage';
import type { ProductGraph } from '../lineage/product-graph';
import { findCompleteness } from '../supply/find-completeness';
import { findHistory } from '../supply/find-history';
import { agesToday, availabilityToday, readyToday } from '../supply/find-supply';
import type { OfferedTo } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

/** What is composed over what is read, and so depends on who reads. */
export type ComposedKind = 'freshness' | 'deadline' | 'availability' | 'completeness' | 'history';

/**
 * What others offer one consumer over what it reads itself, or over the part of it that a need speaks of: what anybody
 * else reads through the same products makes nothing older, later or rarer for it.
 */
export function offeredToReader(
  lineage: Lineage,
  reader: ConsumerDemand,
  kind: ComposedKind,
  graph: ProductGraph = reader.graph,
): OfferedTo {
  switch (kind) {
    case 'freshness': {
      const { freshness, best } = agesToday(lineage, graph);
      return (product) => ({ supply: freshness.get(product) ?? null, best: best.get(product) ?? 0 });
    }
    case 'deadline': {
      const { deadline, earliest } = readyToday(lineage, graph);
      const unbounded = Number.NEGATIVE_INFINITY;
      return (product) => ({ supply: deadline.get(product) ?? null, best: earliest.get(product) ?? unbounded });
    }
    case 'availability': {
      const shares = availabilityToday(lineage, graph);
      return (product) => ({ supply: shares.get(product) ?? null, best: 0 });
    }
    case 'completeness':
      return leastOf(reader, completenessToday(lineage, reader));
    case 'history':
      return leastOf(reader, historyToday(lineage, reader));
  }
}

const completenessToday = keepWhileSame((lineage, { demand }: ConsumerDemand) =>
  findCompleteness(
    lineage,
    demand.order.map(({ ref }) => ref),
  ),
);
const historyToday = keepWhileSame((lineage, { demand, edges }: ConsumerDemand) =>
  findHistory(
    lineage,
    demand.order.map(({ ref }) => ref),
    edges,
  ),
);

/** What an entity offers; of a product the least of its needed entities, unknown as soon as one is. */
function leastOf({ demand, wished }: ConsumerDemand, offered: ReadonlyMap<string, number | null>): OfferedTo {
  return (product, target) => {
    if (target !== null) return { supply: offered.get(`${product}.${target}`) ?? null, best: 0 };
    let least: number | null = null;
    for (const ref of [...demand.order.map((one) => one.ref), ...wished]) {
      if (ownerIn(ref) !== product) continue;
      const own = offered.get(ref) ?? null;
      if (own === null) return { supply: null, best: 0 };
      least = least === null ? own : Math.min(least, own);
    }
    return { supply: least, best: 0 };
  };
}
