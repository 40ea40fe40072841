import { compareText } from '@/lib/base/compare-text';
import { describeMinutes } from '@/lib/base/duration';
import type { CarriedMinutes } from '../demand/carry-minutes';
import type { Lineage } from '../lineage/lineage';
import { addStep, allSteps } from '../steps';
import { buildIn, findAges } from '../supply/find-supply';
import type { FoundConflict, OwnFacts } from './conflict-facts';
import { findFasterSchedules } from './find-faster-schedules';

/**
 * Where a consumer's freshness cannot be had: one conflict for each violated product with nothing violated further
 * upstream, told for the strictest need along its tightest path, with the schedules that spend the time and a repair found by planning again.
 */
export function findLateFreshness({ lineage, demand, freshness }: OwnFacts): FoundConflict[] {
  const { consumer, graph } = demand;
  if (freshness.length === 0) return [];
  const { best } = findAges(lineage, graph, buildIn(lineage));
  const conflicts = new Map<string, FoundConflict>();
  const budgetOf = (carried: CarriedMinutes) => carried.get(consumer.key)?.minutes ?? 0;
  for (const carried of [...freshness].sort((a, b) => budgetOf(a) - budgetOf(b))) {
    const isViolated = (product: string) => {
      const required = carried.get(product);
      return required !== undefined && product !== consumer.key && required.minutes < (best.get(product) ?? 0);
    };
    const violated = graph.order.filter(isViolated);
    const leftMost = violated.filter((product) => !(graph.inputs.get(product) ?? []).some(isViolated));
    const pathTo = (product: string) => allSteps(carried.get(product)?.path ?? addStep(null, product));
    const allScheduled = [...new Set(leftMost.flatMap((product) => scheduledOn(lineage, pathTo(product))))];
    for (const at of leftMost.filter((product) => !conflicts.has(product))) {
      const path = pathTo(at);
      const products = scheduledOn(lineage, path);
      const budget = budgetOf(carried);
      const repairs = findFasterSchedules(lineage, {
        consumer: consumer.key,
        graph,
        carried,
        path,
        products,
        allScheduled,
      });
      const atMinutes = carried.get(at)?.minutes ?? 0;
      const numbers = {
        requiredMinutes: budget,
        atMinutes,
        bestMinutes: best.get(at) ?? 0,
        schedules: products.map((product) => ({ product, ...timesOf(lineage, product) })),
      };
      const words = describeConflict(lineage, {
        consumer: consumer.key,
        at,
        products,
        budget,
        atMinutes,
        hasRepair: repairs.length > 0,
      });
      conflicts.set(at, {
        code: 'infeasible-freshness',
        consumer: consumer.key,
        at,
        products,
        path,
        numbers,
        words,
        proved: repairs,
      });
    }
  }
  return [...conflicts.values()].sort((a, b) => compareText(a.at, b.at));
}

function scheduledOn(lineage: Lineage, path: readonly string[]): string[] {
  return path.filter((product) => lineage.product(product)?.product.build.mode === 'scheduled');
}

function timesOf(lineage: Lineage, product: string) {
  const { every, takes } = buildIn(lineage)(product);
  return { everyMinutes: every, takesMinutes: takes };
}

function describeConflict(
  lineage: Lineage,
  told: {
    consumer: string;
    at: string;
    products: readonly string[];
    budget: number;
    atMinutes: number;
    hasRepair: boolean;
  },
): string {
  const name = (key: string) => lineage.product(key)?.product.name ?? key;
  const spends = told.products.map((product) => {
    const { everyMinutes, takesMinutes } = timesOf(lineage, product);
    return `${name(product)} runs every ${describeMinutes(everyMinutes)} and takes ${describeMinutes(takesMinutes)}`;
  });
  const asks = `${name(told.consumer)} must be at most ${describeMinutes(told.budget)} old`;
  const because = spends.length === 0 ? '' : `, but ${spends.join('; ')}`;
  const left = `That leaves ${name(told.at)} ${describeMinutes(told.atMinutes)}`;
  const impossible = told.atMinutes < 0 ? ', less than no time at all' : ', less than it can do';
  const none = told.hasRepair ? '' : ' No schedule of these products that was tried makes it possible.';
  return `${asks}${because}. ${left}${impossible}.${none}`;
}
