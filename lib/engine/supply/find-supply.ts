import { minutesOfClock } from '../clock-time';
import { keepWhileSame } from '../lineage/keep-while-same';
import type { BuildMinutes, Lineage } from '../lineage/lineage';
import type { ProductGraph } from '../lineage/product-graph';
import { roundOff } from '../round-off';

/**
 * What is offered today, composed left to right over live inputs. Null is unknown, and unknown is never taken for good.
 * Freshness of a source is its promise; of others every + takes + the oldest input. `best` is what schedules allow at
 * most; a source can do no better than its own build. What is made of a wish is of unknown age. Everything else is the
 * promise, else composed from the inputs.
 */
export type Supply = {
  freshness: ReadonlyMap<string, number | null>;
  best: ReadonlyMap<string, number>;
  /** Minutes after midnight. */
  deadline: ReadonlyMap<string, number | null>;
  /** No deadline before this can be met: the latest source closes then, and what is made of it takes its time. */
  earliest: ReadonlyMap<string, number>;
  availability: ReadonlyMap<string, number | null>;
};

export type BuildOf = (product: string) => BuildMinutes;

/** What each product of a graph offers with its builds as they are, by key; null is unknown. */
export function findSupply(lineage: Lineage, graph: ProductGraph): Supply {
  const buildOf = buildIn(lineage);
  return {
    ...findAges(lineage, graph, buildOf),
    ...findReady(lineage, graph, buildOf),
    availability: findAvailability(lineage, graph),
  };
}

function findReady(lineage: Lineage, graph: ProductGraph, buildOf: BuildOf): Pick<Supply, 'deadline' | 'earliest'> {
  const deadline = new Map<string, number | null>();
  const earliest = new Map<string, number>();
  for (let at = graph.order.length - 1; at >= 0; at--) {
    const key = graph.order[at] ?? '';
    const product = lineage.product(key)?.product;
    const promises = product?.promises ?? {};
    const inputs = graph.inputs.get(key) ?? [];
    const latest = inputs.length === 0 ? null : latestOf(inputs, deadline);
    const closesAt = promises.deadline === undefined ? null : minutesOfClock(promises.deadline);
    deadline.set(key, closesAt ?? (latest === null ? null : latest + buildOf(key).takes));
    const isSource = product?.alignment === 'source';
    const before = Math.max(
      Number.NEGATIVE_INFINITY,
      ...inputs.map((input) => earliest.get(input) ?? Number.NEGATIVE_INFINITY),
    );
    earliest.set(key, isSource ? (closesAt ?? Number.NEGATIVE_INFINITY) : before + buildOf(key).takes);
  }
  return { deadline, earliest };
}

function findAvailability(lineage: Lineage, graph: ProductGraph): Supply['availability'] {
  const availability = new Map<string, number | null>();
  for (let at = graph.order.length - 1; at >= 0; at--) {
    const key = graph.order[at] ?? '';
    const promised = lineage.product(key)?.product.promises.availability;
    availability.set(key, promised ?? composeAvailability(lineage, graph, key, availability));
  }
  return availability;
}

/** Schedules as they are; a product that is not there spends nothing. */
export function buildIn(lineage: Lineage): BuildOf {
  return (key) => lineage.product(key)?.spends ?? NO_TIME;
}

const NO_TIME: BuildMinutes = { every: 0, takes: 0 };

/** Freshness and best possible freshness alone: what the search for a repair asks again and again. */
export function findAges(lineage: Lineage, graph: ProductGraph, buildOf: BuildOf): Pick<Supply, 'freshness' | 'best'> {
  const freshness = new Map<string, number | null>();
  const best = new Map<string, number>();
  for (let at = graph.order.length - 1; at >= 0; at--) {
    const key = graph.order[at] ?? '';
    const product = lineage.product(key)?.product;
    const { every, takes } = buildOf(key);
    const own = every + takes;
    const inputs = graph.inputs.get(key) ?? [];
    if (product?.alignment === 'source') {
      const promised = product.promises.freshnessMinutes;
      freshness.set(key, promised ?? null);
      best.set(key, Math.min(promised ?? Number.POSITIVE_INFINITY, own));
      continue;
    }
    const oldest = inputs.length === 0 ? 0 : latestOf(inputs, freshness);
    freshness.set(key, oldest === null || graph.unbound.has(key) ? null : roundOff(own + oldest));
    let atBest = 0;
    for (const input of inputs) atBest = Math.max(atBest, best.get(input) ?? 0);
    best.set(key, roundOff(own + atBest));
  }
  return { freshness, best };
}

/** The same with schedules as they are, found once for a graph. */
export const agesToday = keepWhileSame((lineage, graph: ProductGraph) => findAges(lineage, graph, buildIn(lineage)));
/** When each product can be ready, in minutes of the workspace's day, found once for a graph. */
export const readyToday = keepWhileSame((lineage, graph: ProductGraph) => findReady(lineage, graph, buildIn(lineage)));
/** What share of the time each product is there, as promised or as composed of what it reads live, found once for a graph. */
export const availabilityToday = keepWhileSame(findAvailability);

/** Over the distinct products whose outage would be seen: promised ones stand for what is behind them. */
function composeAvailability(
  lineage: Lineage,
  graph: ProductGraph,
  key: string,
  upstream: ReadonlyMap<string, number | null>,
): number | null {
  const seen = new Set<string>();
  const waiting = isVirtual(lineage, key) ? [...(graph.inputs.get(key) ?? [])] : [];
  const [only] = waiting;
  if (only === undefined) return null;
  if (waiting.length === 1) return upstream.get(only) ?? null;
  let composite = 1;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const promised = lineage.product(at)?.product.promises.availability;
    if (promised !== undefined) composite *= promised;
    else if (isVirtual(lineage, at) && (graph.inputs.get(at) ?? []).length > 0)
      waiting.push(...(graph.inputs.get(at) ?? []));
    else return null;
  }
  return composite;
}

export function isVirtual(lineage: Lineage, key: string): boolean {
  return lineage.product(key)?.product.build.mode === 'virtual';
}

/** The greatest, or null as soon as one is unknown. */
function latestOf(inputs: readonly string[], values: ReadonlyMap<string, number | null>): number | null {
  let latest = Number.NEGATIVE_INFINITY;
  for (const input of inputs) {
    const value = values.get(input) ?? null;
    if (value === null) return null;
    latest = Math.max(latest, value);
  }
  return latest;
}
