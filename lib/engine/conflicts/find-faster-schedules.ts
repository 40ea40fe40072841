import { describeMinutes } from '@/lib/base/duration';
import { joinWords } from '@/lib/base/join-words';
import { type CarriedMinutes, carryMinutes } from '../demand/carry-minutes';
import type { Lineage } from '../lineage/lineage';
import type { ProductGraph } from '../lineage/product-graph';
import type { Repair, Schedule } from '../plan';
import { agreedNumber } from '../push/agreed-value';
import { type BuildOf, buildIn, findAges } from '../supply/find-supply';

const EVERY_MINUTES = [360, 240, 180, 120, 60, 30, 15, 10, 5];

type Violation = {
  consumer: string;
  /** The need by name, when it speaks of one entity or metric. */
  expectation: string | null;
  graph: ProductGraph;
  carried: CarriedMinutes;
  /** From the consumer to the violated product. */
  path: readonly string[];
  products: readonly string[];
  /** The scheduled products on every violated path of this consumer. */
  allScheduled: readonly string[];
};

/**
 * Schedules that would make the need possible: the slowest that leave nothing of this consumer infeasible, tried jointly
 * for the scheduled aggregates on the path, each with its run as long as now and then cut to a third of the interval.
 * Where the path's own schedules cannot do it, those of all its violated paths are tried together. A second repair asks
 * for what is offered today (where that is unknown, for the best that today's schedules can do). Nothing is promised that planning again does not show.
 */
export function findFasterSchedules(lineage: Lineage, found: Violation): Repair[] {
  const violation = { ...found, now: buildIn(lineage) };
  const isAggregate = (product: string) => lineage.product(product)?.product.alignment === 'aggregate';
  const own = violation.products.filter(isAggregate);
  const all = [...new Set(violation.allScheduled.filter(isAggregate))].sort();
  const faster = speedUp(lineage, violation, own) ?? speedUp(lineage, violation, all);
  return [...(faster ? [faster] : []), ...relax(lineage, violation)];
}

type Today = Violation & { now: BuildOf };

function speedUp(lineage: Lineage, violation: Today, products: readonly string[]): Repair | null {
  if (products.length === 0) return null;
  for (const every of EVERY_MINUTES)
    for (const isCut of [false, true]) {
      const schedules = products.map((product): Schedule => {
        const { every: everyNow, takes } = violation.now(product);
        const everyMinutes = Math.min(every, everyNow);
        return { product, everyMinutes, takesMinutes: isCut ? Math.min(takes, everyMinutes / 3) : takes };
      });
      const effect = effectOf(lineage, violation, schedules, null);
      if (effect)
        return { words: describeSpeedUp(lineage, schedules, violation, effect), change: { schedules }, effect };
    }
  return null;
}

function relax(lineage: Lineage, violation: Today): Repair[] {
  const { freshness, best } = findAges(lineage, violation.graph, violation.now);
  const maxMinutes = freshness.get(violation.consumer) ?? best.get(violation.consumer);
  const effect = maxMinutes === undefined ? null : effectOf(lineage, violation, [], maxMinutes);
  if (maxMinutes === undefined || !effect) return [];
  const { consumer, expectation } = violation;
  const change =
    expectation === null
      ? { schedules: [], freshness: { consumer, maxMinutes } }
      : { schedules: [], needs: [{ consumer, expectation, rule: { rule: 'freshness' as const, maxMinutes } }] };
  return [
    {
      words: `Ask for at most ${describeMinutes(maxMinutes)} instead, which today's schedules can do.`,
      change,
      effect,
    },
  ];
}

/** What planning again says after the change; null when it would still be infeasible somewhere. */
function effectOf(
  lineage: Lineage,
  { consumer, graph, carried, path, now }: Today,
  schedules: readonly Schedule[],
  maxMinutes: number | null,
): Repair['effect'] | null {
  const changed = new Map(schedules.map((schedule) => [schedule.product, schedule]));
  const buildOf: BuildOf = (product) => {
    const schedule = changed.get(product);
    return schedule ? { every: schedule.everyMinutes, takes: schedule.takesMinutes } : now(product);
  };
  const budget = maxMinutes ?? carried.get(consumer)?.minutes ?? 0;
  const spend = (product: string) => buildOf(product).every + buildOf(product).takes;
  if (isLateOn(lineage, path, budget, spend)) return null;
  const again = carryMinutes(graph, consumer, budget, spend, (product, value) =>
    agreedFreshness(lineage, { consumer, product, value }),
  );
  const { best, freshness: offered } = findAges(lineage, graph, buildOf);
  const freshness: Record<string, number> = {};
  const tighten: string[] = [];
  for (const product of [...again.keys()].filter((key) => key !== consumer).sort()) {
    const required = again.get(product)?.minutes ?? 0;
    if (required < (best.get(product) ?? 0)) return null;
    freshness[product] = required;
    const supplied = offered.get(product) ?? null;
    if (supplied === null || supplied > required) tighten.push(product);
  }
  return { freshness, tighten };
}

/**
 * Most that is tried fails on the very path it is tried for. The need comes to no more than what that path leaves its end,
 * and the end can do no better than its own build.
 */
function isLateOn(
  lineage: Lineage,
  path: readonly string[],
  budget: number,
  spend: (product: string) => number,
): boolean {
  const [consumer = '', ...others] = path;
  const at = others.at(-1);
  if (at === undefined) return false;
  let left = budget - spend(consumer);
  for (const product of others) {
    left = agreedFreshness(lineage, { consumer, product, value: left });
    if (product !== at) left -= spend(product);
  }
  const promised = lineage.product(at)?.product.promises.freshnessMinutes ?? Number.POSITIVE_INFINITY;
  return left + ROUNDING < Math.min(promised, spend(at));
}

/** Sums are rounded on the way; what is late by less than this is left to them to tell. */
const ROUNDING = 1e-6;

function agreedFreshness(
  lineage: Lineage,
  { consumer, product, value }: Record<'consumer' | 'product', string> & { value: number },
) {
  const asking = lineage.product(consumer)?.product;
  return asking ? agreedNumber(asking, { product, target: null, kind: 'freshness', rule: null, value }) : value;
}

function describeSpeedUp(
  lineage: Lineage,
  schedules: readonly Schedule[],
  violation: Violation,
  effect: Repair['effect'],
): string {
  const name = (key: string) => lineage.product(key)?.product.name ?? key;
  const [first] = schedules;
  const isSame = schedules.every(
    (schedule) => schedule.everyMinutes === first?.everyMinutes && schedule.takesMinutes === first.takesMinutes,
  );
  const pace = (schedule: Schedule) =>
    `every ${describeMinutes(schedule.everyMinutes)}, ${describeMinutes(schedule.takesMinutes)} each`;
  const names = schedules.map((schedule) => name(schedule.product));
  const run =
    isSame && first && schedules.length > 1
      ? `Run ${joinWords(names)} ${pace(first)}`
      : `Run ${schedules.map((schedule) => `${name(schedule.product)} ${pace(schedule)}`).join(' and ')}`;
  const at = violation.path.at(-1) ?? violation.consumer;
  const leaves = `leaves ${name(at)} ${describeMinutes(effect.freshness[at] ?? 0)}`;
  const still =
    effect.tighten.length === 0
      ? 'everyone can keep it'
      : `${joinWords(effect.tighten.map(name))} must be faster than promised today`;
  return `${run}: ${leaves}; ${still}.`;
}
