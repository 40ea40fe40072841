import { compareText } from '@/lib/base/compare-text';
import { describeMinutes } from '@/lib/base/duration';
import { groupBy } from '@/lib/base/group-by';
import { joinWords } from '@/lib/base/join-words';
import { nameFew, nameWay } from '@/lib/base/name-few';
import { type CarriedMinutes, carryMinutes } from '../demand/carry-minutes';
import type { Lineage } from '../lineage/lineage';
import type { ProductGraph } from '../lineage/product-graph';
import type { Repair, Schedule, Verdict } from '../plan';
import { agreedNumber } from '../push/agreed-value';
import type { AskedFreshness } from '../push/ask-promises';
import { BADNESS } from '../push/badness';
import { type ClassesIn, rulesThatApply } from '../push/house-rules';
import { agesToday, type BuildOf, buildIn, findAges, type Supply } from '../supply/find-supply';

/** How often somebody may be asked to run, the slowest first. */
export const EVERY_MINUTES = [360, 240, 180, 120, 60, 30, 15, 10, 5];

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
  /** What else the consumer needs of an age. */
  others: readonly AskedFreshness[];
  /** Everything the consumer reads. */
  whole: ProductGraph;
  classesIn: ClassesIn;
};

/**
 * Schedules that would make the need possible: the slowest that leave nothing of this consumer infeasible, tried jointly
 * for the scheduled aggregates on the path, each with its run as long as now and then cut to a third of the interval.
 * Where the path's own schedules cannot do it, those of all its violated paths are tried together. A consumer that runs on
 * a schedule may run more often itself, alone or, where the others cannot do it, along with them. The last repair asks
 * for what is offered today (where that is unknown, for the best that today's schedules can do). Nothing is promised that
 * planning again does not show, the consumer's other needs and the house rules included.
 */
export function findFasterSchedules(lineage: Lineage, found: Violation): Repair[] {
  const violation = { ...found, now: buildIn(lineage) };
  const isAggregate = (product: string) => lineage.product(product)?.product.alignment === 'aggregate';
  const own = violation.products.filter(isAggregate);
  const all = [...new Set(violation.allScheduled.filter(isAggregate))].sort();
  const faster = speedUp(lineage, violation, own) ?? speedUp(lineage, violation, all);
  const isOwnRun = lineage.product(violation.consumer)?.product.build.mode === 'scheduled';
  const itself = isOwnRun
    ? (speedUp(lineage, violation, [violation.consumer]) ??
      (faster === null ? speedUp(lineage, violation, [violation.consumer, ...all]) : null))
    : null;
  return [...(faster ? [faster] : []), ...(itself ? [itself] : []), ...relax(lineage, violation)];
}

type Today = Violation & { now: BuildOf };

function speedUp(lineage: Lineage, violation: Today, products: readonly string[]): Repair | null {
  if (products.length === 0) return null;
  const { now, carried, consumer } = violation;
  const isSped = new Set(products);
  const budget = carried.get(consumer)?.minutes ?? 0;
  for (const every of EVERY_MINUTES)
    for (const isCut of [false, true]) {
      const buildOf: BuildOf = (product) => (isSped.has(product) ? sped(now(product), every, isCut) : now(product));
      if (isLateOn(lineage, violation.path, budget, buildOf)) continue;
      const schedules = products.map((product): Schedule => {
        const build = buildOf(product);
        return { product, everyMinutes: build.every, takesMinutes: build.takes };
      });
      const effect = effectOf(lineage, violation, schedules, null);
      if (effect) {
        const { isKept: _, ...told } = effect;
        const words = describeSpeedUp(lineage, schedules, violation, effect);
        return { words, change: { schedules }, effect: told };
      }
    }
  return null;
}

function sped({ every: everyNow, takes }: ReturnType<BuildOf>, wanted: number, isCut: boolean): ReturnType<BuildOf> {
  const every = Math.min(wanted, everyNow);
  return { every, takes: isCut ? Math.min(takes, every / 3) : takes };
}

function relax(lineage: Lineage, violation: Today): Repair[] {
  const { freshness, best } = agesToday(lineage, violation.graph);
  const maxMinutes = freshness.get(violation.consumer) ?? best.get(violation.consumer);
  const effect = maxMinutes === undefined ? null : effectOf(lineage, violation, [], maxMinutes);
  if (maxMinutes === undefined || !effect) return [];
  const { isKept: _, ...told } = effect;
  const { consumer, expectation } = violation;
  const change =
    expectation === null
      ? { schedules: [], freshness: { consumer, maxMinutes } }
      : { schedules: [], needs: [{ consumer, expectation, rule: { rule: 'freshness' as const, maxMinutes } }] };
  return [
    {
      words: `Ask for at most ${describeMinutes(maxMinutes)} instead, which today's schedules can do.`,
      change,
      effect: told,
    },
  ];
}

/** `isKept`: nobody is asked for an age that is not offered, by any need or house rule. */
type Effect = Repair['effect'] & { isKept: boolean };

/** What planning again says after the change; null when it would still be infeasible somewhere. */
function effectOf(
  lineage: Lineage,
  violation: Today,
  schedules: readonly Schedule[],
  maxMinutes: number | null,
): Effect | null {
  const { consumer, graph, carried, path, now } = violation;
  const changed = new Map(schedules.map((schedule) => [schedule.product, schedule]));
  const buildOf: BuildOf = (product) => {
    const schedule = changed.get(product);
    return schedule ? { every: schedule.everyMinutes, takes: schedule.takesMinutes } : now(product);
  };
  const budget = maxMinutes ?? carried.get(consumer)?.minutes ?? 0;
  if (isLateOn(lineage, path, budget, buildOf)) return null;
  const settle = (product: string, value: number) => agreedFreshness(lineage, { consumer, product, value });
  const carryIn = (read: ProductGraph, minutes: number): AgeAsk[] => {
    const { best, freshness } = schedules.length === 0 ? agesToday(lineage, read) : findAges(lineage, read, buildOf);
    const spend = (product: string) => spentBy(buildOf(product));
    return [...carryMinutes(read, consumer, minutes, spend, settle)].flatMap(([product, one]) =>
      product === consumer ? [] : [judgeAge(lineage, product, one.minutes, { best, freshness })],
    );
  };
  const asks = carryIn(graph, budget);
  if (asks.some(({ verdict }) => verdict === 'infeasible')) return null;
  const isRelaxed = maxMinutes !== null && violation.expectation === null;
  const at = path.at(-1);
  for (const other of violation.others) {
    const minutes = other.carried.get(consumer)?.minutes ?? 0;
    const others = carryIn(other.graph, isRelaxed ? Math.max(minutes, maxMinutes) : minutes);
    if (others.some(({ product, verdict }) => product === at && verdict === 'infeasible')) return null;
    asks.push(...others);
  }
  return effectIn([...asks, ...houseAsks(lineage, violation, buildOf)]);
}

type AgeAsk = { product: string; required: number; verdict: Verdict };

function judgeAge(
  lineage: Lineage,
  product: string,
  required: number,
  { best, freshness }: Pick<Supply, 'best' | 'freshness'>,
): AgeAsk {
  const offered = lineage.product(product)?.offers ? (freshness.get(product) ?? null) : null;
  if (required < (best.get(product) ?? 0)) return { product, required, verdict: 'infeasible' };
  if (offered === null) return { product, required, verdict: 'missing' };
  return { product, required, verdict: offered > required ? 'tighten' : 'met' };
}

/** What house rules ask of the products that are needed anyway. */
function houseAsks(lineage: Lineage, { whole, consumer, classesIn }: Today, buildOf: BuildOf): AgeAsk[] {
  if (!lineage.snapshot.policies.some(({ requires }) => requires.some(({ rule }) => rule === 'freshness'))) return [];
  const ages = findAges(lineage, whole, buildOf);
  const products = whole.order.filter((product) => product !== consumer);
  return rulesThatApply(lineage, products, classesIn).flatMap(({ product, rule }) =>
    rule.rule === 'freshness' ? [judgeAge(lineage, product, rule.maxMinutes, ages)] : [],
  );
}

/** The strictest age asked of each product, and who must do better: a product is as badly off as the worst that is asked. */
function effectIn(asks: readonly AgeAsk[]): Effect {
  const freshness: Record<string, number> = {};
  const tighten: string[] = [];
  for (const [product, own] of [...groupBy(asks, (ask) => ask.product)].sort(([a], [b]) => compareText(a, b))) {
    freshness[product] = Math.min(...own.map(({ required }) => required));
    const worst = Math.max(...own.map(({ verdict }) => BADNESS[verdict]));
    if (worst === BADNESS.tighten || worst === BADNESS.missing) tighten.push(product);
  }
  return { freshness, tighten, isKept: asks.every(({ verdict }) => verdict === 'met') };
}

/**
 * Most that is tried fails on the very path it is tried for. The need comes to no more than what that path leaves its end,
 * and the end can do no better than its own build.
 */
function isLateOn(lineage: Lineage, path: readonly string[], budget: number, buildOf: BuildOf): boolean {
  const [consumer = '', ...others] = path;
  const at = others.at(-1);
  if (at === undefined) return false;
  let left = budget - spentBy(buildOf(consumer));
  for (const product of others) {
    left = agreedFreshness(lineage, { consumer, product, value: left });
    if (product !== at) left -= spentBy(buildOf(product));
  }
  const promised = lineage.product(at)?.product.promises.freshnessMinutes ?? Number.POSITIVE_INFINITY;
  return left + ROUNDING < Math.min(promised, spentBy(buildOf(at)));
}

function spentBy({ every, takes }: ReturnType<BuildOf>): number {
  return every + takes;
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
  { freshness, tighten, isKept }: Effect,
): string {
  const name = (key: string) => lineage.product(key)?.product.name ?? key;
  const pace = ({ everyMinutes, takesMinutes }: Schedule) =>
    `every ${describeMinutes(everyMinutes)}, ${describeMinutes(takesMinutes)} each`;
  const isOnWay = schedules.every(({ product }) => violation.path.includes(product));
  const runs = [...groupBy(schedules, pace)].map(
    ([how, alike]) => `${(isOnWay ? nameWay : nameFew)(alike.map(({ product }) => name(product)))} ${how}`,
  );
  const at = violation.path.at(-1) ?? violation.consumer;
  const leaves = `leaves ${name(at)} ${describeMinutes(freshness[at] ?? 0)}`;
  const still =
    tighten.length > 0
      ? `${nameFew(tighten.map(name))} must be faster than promised today`
      : `everyone${isKept ? '' : ' on this way'} can keep it`;
  return `Run ${joinWords(runs)}: ${leaves}; ${still}.`;
}
