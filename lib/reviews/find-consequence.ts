import { compareText } from '@/lib/base/compare-text';
import { minutesOfClock } from '@/lib/engine/clock-time';
import type { Plan, PlanChange, Requirement, RequirementValue, Schedule } from '@/lib/engine/plan';
import { rowKey } from '@/lib/engine/push/asked-row';
import { compareValues } from '@/lib/engine/push/compare-plans';
import type { PlanNames } from '@/lib/engine/push/plan-names';
import { valuesOf } from './counter-value';

/** What is asked in one line, and what is offered in its place. */
export type CounterQuestion = {
  asked: Requirement;
  value: RequirementValue;
  /** The consumers that were sent upstream. */
  consumers: readonly string[];
  names: PlanNames;
  /** What one consumer alone needs; after a change when one is given. Null where the lineage runs in a circle. */
  planOf: (consumer: string, change?: PlanChange) => Plan | null;
  isAggregate: (product: string) => boolean;
};

/** A stated need of a consumer and what it comes to: `after` in the unit of the need, null where it cannot be told. */
type NeedAfter = { name: string; stated: RequirementValue; after: RequirementValue; isBroken: boolean };
export type ConsumerAfter = {
  consumer: string;
  /** What this consumer asks in the same place. */
  asked: RequirementValue;
  /** What is read here, by name, and how old it becomes where it is a matter of age; oldest first. */
  metrics: { name: string; ageMinutes: number | null }[];
  needs: NeedAfter[];
  /** House rules that stand behind it, by key. */
  policies: string[];
  /** Values asked for and not offered. */
  missing: string[];
};
export type Alternative =
  /** Faster runs between here and the consumer make up for it: planned again, they leave this product enough. */
  | { kind: 'schedule'; consumer: string; schedules: Schedule[]; change: PlanChange }
  /** The others on the way promise more than is asked of them: together it still comes to this. */
  | { kind: 'slack'; consumer: string; reaches: number }
  /** The need itself, stated so that it holds again. */
  | { kind: 'state-less'; consumer: string; minutes: number; change: PlanChange };
export type Consequence = { consumers: ConsumerAfter[]; alternatives: Alternative[] };

const EVERY_MINUTES = [360, 240, 180, 120, 60, 30, 15, 10, 5];
/** Shares are products of rounded numbers: what differs by less is the same. */
const SAME_SHARE = 1e-9;

/**
 * What comes of an offer that is less than what is asked, before it is made: for every consumer that asks more in the
 * same place, what its metrics and its stated needs come to, and what else could be done. Everybody else on the way is
 * taken to keep what is asked of them; nothing here is measured, all of it is computed from the plans.
 */
export function findConsequence(question: CounterQuestion): Consequence {
  const consumers = question.consumers.flatMap((consumer): ConsumerAfter[] => {
    const plan = question.planOf(consumer);
    const own = plan?.requirements.find((row) => rowKey(row) === rowKey(question.asked));
    if (!plan || !own || !isLess(own, question.value)) return [];
    return [describeConsumer(question, plan, own)];
  });
  return { consumers, alternatives: consumers.flatMap((after) => findAlternatives(question, after)) };
}

function isLess(own: Requirement, value: RequirementValue): boolean {
  if (own.kind === 'validity') return missingFrom(own, value).length > 0;
  return compareValues({ ...own, value }, own) === 'relaxed';
}

function missingFrom(own: Requirement, value: RequirementValue): string[] {
  const offered = new Set(valuesOf(value) ?? []);
  return (valuesOf(own.value) ?? []).filter((one) => !offered.has(one));
}

function describeConsumer(question: CounterQuestion, plan: Plan, own: Requirement): ConsumerAfter {
  const [first] = plan.consumers;
  const consumer = first?.key ?? '';
  const stated = [...new Set(own.because.flatMap((cause) => cause.expectation ?? []))];
  return {
    consumer,
    asked: own.value,
    metrics: metricsAt(question, plan, own),
    needs: stated.flatMap((name) => needAfter(question, plan, own, { consumer, name }) ?? []),
    policies: [...new Set(own.because.flatMap((cause) => cause.policy ?? []))],
    missing: own.kind === 'validity' ? missingFrom(own, question.value) : [],
  };
}

/** The metrics that read what the line is about: all of the product, one entity of it, or one attribute. */
function metricsAt({ names, value }: CounterQuestion, plan: Plan, own: Requirement): ConsumerAfter['metrics'] {
  const entity = own.target?.split('.', 1)[0] ?? null;
  const isMeant = (row: Requirement) => {
    if (row.product !== own.product) return false;
    if (own.target === null || own.kind === 'history') return own.target === null || row === own;
    return own.target.includes('.') ? row.target === own.target : row.target?.split('.', 1)[0] === entity;
  };
  const spent = new Map<string, number>();
  for (const cause of plan.requirements.filter(isMeant).flatMap((row) => row.because))
    if (cause.metric !== null)
      spent.set(cause.metric, Math.max(spent.get(cause.metric) ?? 0, spendOn(cause.path, own.product, names)));
  return [...spent]
    .map(([name, minutes]) => {
      const isAge = own.kind === 'freshness' && typeof value === 'number';
      return { name, ageMinutes: isAge ? value + minutes : null };
    })
    .sort((a, b) => (b.ageMinutes ?? 0) - (a.ageMinutes ?? 0) || compareText(a.name, b.name));
}

/** What the builds between a product and the end of a path add to its age. */
function spendOn(path: readonly string[], product: string, names: PlanNames): number {
  const crossed = new Set(path.map((step) => step.split(':', 1)[0] ?? step));
  crossed.delete(product);
  return [...crossed].reduce((sum, key) => sum + names.build(key).every + names.build(key).takes, 0);
}

function needAfter(
  { names, value }: CounterQuestion,
  plan: Plan,
  own: Requirement,
  { consumer, name }: { consumer: string; name: string },
): NeedAfter | null {
  const rule = names.need(consumer, name)?.rule;
  const asked = typeof own.value === 'number' ? own.value : null;
  switch (rule?.rule) {
    case 'freshness': {
      if (typeof value !== 'number') return null;
      const paths = own.because.filter((cause) => cause.expectation === name).map((cause) => cause.path);
      const after = value + Math.max(0, ...paths.map((path) => spendOn(path, own.product, names)));
      return { name, stated: rule.maxMinutes, after, isBroken: after > rule.maxMinutes };
    }
    case 'availability': {
      const composite = plan.consumers[0]?.composite.availability;
      if (asked === null || typeof value !== 'number' || composite === undefined) return null;
      const after = (composite * value) / asked;
      return { name, stated: rule.min, after, isBroken: after < rule.min - SAME_SHARE };
    }
    case 'completeness': {
      if (asked === null || typeof value !== 'number') return null;
      const after = Math.max(0, rule.min - (asked - value));
      return { name, stated: rule.min, after, isBroken: true };
    }
    case 'history':
      return { name, stated: rule.days, after: value, isBroken: typeof value === 'number' && value < rule.days };
    case 'deadline': {
      if (typeof own.value !== 'string' || typeof value !== 'string') return null;
      const late = minutesOfClock(value) - minutesOfClock(own.value);
      const after = clockAt(minutesOfClock(rule.at) + late);
      return { name, stated: rule.at, after, isBroken: true };
    }
    default:
      return rule ? { name, stated: null, after: null, isBroken: true } : null;
  }
}

function clockAt(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

function findAlternatives(question: CounterQuestion, after: ConsumerAfter): Alternative[] {
  if (!after.needs.some((need) => need.isBroken)) return [];
  if (question.asked.kind === 'freshness') return [...findSchedules(question, after), ...stateLess(after)];
  return question.asked.kind === 'availability' ? findSlack(question, after) : [];
}

/** The slowest runs of the aggregates on the way, tried jointly as repairs of a plan are, that leave the offer enough. */
function findSchedules(question: CounterQuestion, { consumer }: ConsumerAfter): Alternative[] {
  const { asked, value, names, planOf, isAggregate } = question;
  const own = planOf(consumer)?.requirements.find((row) => rowKey(row) === rowKey(asked));
  const crossed = new Set(own?.because.flatMap((cause) => cause.path.map((step) => step.split(':', 1)[0] ?? step)));
  crossed.delete(asked.product);
  const faster = [...crossed].filter((key) => isAggregate(key) && names.build(key).every > 0).sort(compareText);
  if (faster.length === 0) return [];
  for (const every of EVERY_MINUTES)
    for (const isCut of [false, true]) {
      const schedules = faster.map((product): Schedule => {
        const { every: everyNow, takes } = names.build(product);
        const everyMinutes = Math.min(every, everyNow);
        return { product, everyMinutes, takesMinutes: isCut ? Math.min(takes, everyMinutes / 3) : takes };
      });
      // No run can give back more than it takes away today: most tries need no planning.
      const saved = schedules.reduce((sum, { product, everyMinutes, takesMinutes }) => {
        const { every: everyNow, takes } = names.build(product);
        return sum + everyNow + takes - everyMinutes - takesMinutes;
      }, 0);
      if (Number(own?.value) + saved < Number(value)) continue;
      const row = planOf(consumer, { schedules })?.requirements.find((one) => rowKey(one) === rowKey(asked));
      const isEnough = typeof row?.value === 'number' && typeof value === 'number' && row.value >= value;
      if (isEnough) return [{ kind: 'schedule', consumer, schedules, change: { schedules } }];
    }
  return [];
}

function stateLess({ consumer, needs }: ConsumerAfter): Alternative[] {
  const ages = needs.flatMap((need) => (need.isBroken && typeof need.after === 'number' ? [need.after] : []));
  if (ages.length === 0) return [];
  const minutes = Math.max(...ages);
  return [
    {
      kind: 'state-less',
      consumer,
      minutes,
      change: { schedules: [], freshness: { consumer, maxMinutes: minutes } },
    },
  ];
}

/** What everybody else promises today, beyond what is asked of them. */
function findSlack({ asked, value, planOf }: CounterQuestion, { consumer, needs }: ConsumerAfter): Alternative[] {
  const plan = planOf(consumer);
  if (!plan || typeof value !== 'number') return [];
  const rows = plan.requirements.filter((row) => row.kind === 'availability');
  const reaches = rows.reduce((product, row) => {
    if (row.product === asked.product) return product * value;
    const share = typeof row.value === 'number' ? row.value : 1;
    return product * Math.max(share, typeof row.supply === 'number' ? row.supply : 0);
  }, plan.consumers[0]?.own.availability ?? 1);
  const holds = needs.every((need) => typeof need.stated !== 'number' || reaches >= need.stated - SAME_SHARE);
  return holds ? [{ kind: 'slack', consumer, reaches }] : [];
}
