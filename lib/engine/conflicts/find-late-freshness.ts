import { compareText } from '@/lib/base/compare-text';
import { describeMinutes } from '@/lib/base/duration';
import { groupBy } from '@/lib/base/group-by';
import { nameWay } from '@/lib/base/name-few';
import type { Lineage } from '../lineage/lineage';
import type { AskedFreshness } from '../push/ask-promises';
import type { PlanNames } from '../push/plan-names';
import { addStep, allSteps } from '../steps';
import { agesToday, buildIn } from '../supply/find-supply';
import type { FoundConflict, OwnFacts } from './conflict-facts';
import { findFasterSchedules } from './find-faster-schedules';
import { ownedBy } from './owned-by';

/**
 * Where a consumer's freshness cannot be had: one conflict for each violated product with nothing violated further
 * upstream, told for the strictest need along its tightest path, with the schedules that spend the time and, when it is
 * read, a repair found by planning again. A need of one entity or metric is held against what that one reads, and nothing else.
 */
export function findLateFreshness({ lineage, demand, freshness, names, classesIn }: OwnFacts): FoundConflict[] {
  const { consumer } = demand;
  const conflicts = new Map<string, FoundConflict>();
  const budgetOf = ({ carried }: AskedFreshness) => carried.get(consumer.key)?.minutes ?? 0;
  const nameOf = ({ of }: AskedFreshness) => of?.expectation ?? '';
  const byStrictest = (a: AskedFreshness, b: AskedFreshness) =>
    budgetOf(a) - budgetOf(b) || compareText(nameOf(a), nameOf(b));
  const violatedBy = ({ carried, graph }: AskedFreshness) => {
    const { best } = agesToday(lineage, graph);
    return (product: string) => {
      const required = product === consumer.key ? undefined : carried.get(product);
      return required !== undefined && required.minutes < (best.get(product) ?? 0);
    };
  };
  const isAlone = (need: AskedFreshness, at: string) =>
    freshness.every((other) => other === need || !violatedBy(other)(at));
  for (const need of [...freshness].sort(byStrictest)) {
    const { carried, graph, of } = need;
    const { best } = agesToday(lineage, graph);
    const isViolated = violatedBy(need);
    const violated = graph.order.filter(isViolated);
    const leftMost = violated.filter((product) => !(graph.inputs.get(product) ?? []).some(isViolated));
    const pathTo = (product: string) => allSteps(carried.get(product)?.path ?? addStep(null, product));
    const allScheduled = [...new Set(leftMost.flatMap((product) => scheduledOn(lineage, pathTo(product))))];
    for (const at of leftMost.filter((product) => !conflicts.has(product))) {
      const path = pathTo(at);
      const products = scheduledOn(lineage, path);
      const budget = budgetOf(need);
      const atMinutes = carried.get(at)?.minutes ?? 0;
      const numbers = {
        requiredMinutes: budget,
        atMinutes,
        bestMinutes: best.get(at) ?? 0,
        schedules: products.map((product) => ({ product, ...timesOf(lineage, product) })),
      };
      const told = () => {
        const repairs = findFasterSchedules(lineage, {
          consumer: consumer.key,
          // What would end it for one need alone ends nothing where others run into the same.
          expectation: isAlone(need, at) ? (of?.expectation ?? null) : null,
          graph,
          carried,
          path,
          products,
          allScheduled,
          others: freshness.filter((other) => other !== need),
          whole: demand.graph,
          classesIn,
        });
        const words = describeConflict(lineage, names, {
          consumer: consumer.key,
          of: of?.label ?? null,
          at,
          path,
          budget,
          atMinutes,
          hasRepair: repairs.length > 0,
        });
        return { words, repairs };
      };
      const code = 'infeasible-freshness' as const;
      conflicts.set(at, { code, consumer: consumer.key, at, products, path, numbers, words: null, told });
    }
  }
  return [...conflicts.values()].sort((a, b) => compareText(a.at, b.at));
}

function scheduledOn(lineage: Lineage, path: readonly string[]): string[] {
  return path.filter((product) => lineage.product(product)?.product.build.mode === 'scheduled');
}

function spentBy(lineage: Lineage, product: string): number {
  const { every, takes } = buildIn(lineage)(product);
  return every + takes;
}

function timesOf(lineage: Lineage, product: string) {
  const { every, takes } = buildIn(lineage)(product);
  return { everyMinutes: every, takesMinutes: takes };
}

/** A chain may be thousands of products long. All of them are in the conflict; the sentence tells those that run alike together. */
const NAMED_MAX = 5;

function describeConflict(
  lineage: Lineage,
  names: PlanNames,
  told: {
    consumer: string;
    of: string | null;
    at: string;
    path: readonly string[];
    budget: number;
    atMinutes: number;
    hasRepair: boolean;
  },
): string {
  const name = (key: string) => names.product(key);
  const passed = told.path.filter((product) => product !== told.at && spentBy(lineage, product) > 0);
  const alike = [...groupBy(passed, (product) => JSON.stringify(timesOf(lineage, product))).values()];
  const spends = alike.slice(0, NAMED_MAX).map((own) => {
    const { everyMinutes, takesMinutes } = timesOf(lineage, own[0] ?? '');
    const pace = [describeMinutes(everyMinutes), describeMinutes(takesMinutes)];
    const [runs, takes, each] = own.length === 1 ? ['runs', 'takes', ''] : ['each run', 'take', 'each '];
    const isOwn = told.of === null && own.length === 1 && own[0] === told.consumer;
    const [who, itself] = isOwn ? ['it', ' itself'] : [nameWay(own.map(name)), ''];
    return everyMinutes > 0
      ? `${who} ${runs} every ${pace[0]} and ${takes} ${pace[1]}${itself}`
      : `${who} ${each}${takes} ${pace[1]}${itself}`;
  });
  const others = alike.slice(NAMED_MAX).flat().length;
  if (others > 0) spends.push(`${others} more ${others === 1 ? 'runs' : 'run'} on the way`);
  const asks = `${told.of === null ? '' : `${told.of} in `}${name(told.consumer)} must be at most ${describeMinutes(told.budget)} old`;
  const because = spends.length === 0 ? '' : `, but ${spends.join('; ')}`;
  const left = `That leaves ${name(told.at)} ${describeMinutes(told.atMinutes)}`;
  const impossible = told.atMinutes < 0 ? ', less than no time at all' : ', less than it can do';
  const { everyMinutes, takesMinutes } = timesOf(lineage, told.at);
  const itself =
    everyMinutes > 0
      ? `; it runs every ${describeMinutes(everyMinutes)} and takes ${describeMinutes(takesMinutes)} itself`
      : '';
  const none = told.hasRepair ? '' : ' No schedule of these products that was tried makes it possible.';
  const scheduled = scheduledOn(lineage, told.path);
  const owners = ownedBy(names, ...new Set([...scheduled, told.at]));
  return `${asks}${because}. ${left}${impossible}${itself}. ${owners}${none}`;
}
