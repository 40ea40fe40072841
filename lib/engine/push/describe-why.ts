import { describeDays } from '@/lib/base/describe-days';
import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { joinWords } from '@/lib/base/join-words';
import { nameWay } from '@/lib/base/name-few';
import type { ExpectationRule } from '@/lib/model/rule';
import type { Cause, Requirement, RequirementKind } from '../plan';
import { noticeDaysOf } from './ask-stability';
import { describeHour } from './describe-hour';
import { describeShort } from './describe-short';
import type { PlanNames } from './plan-names';

/**
 * The reason: which metrics of whom use it, or which stated need comes down to this number and what is spent of it on the
 * way; then through whom it is reached, and who is short where that is somebody else.
 */
export function describeWhy(row: Requirement, names: PlanNames): string {
  const byConsumer = new Map<string, Cause[]>();
  const stated = row.because.filter(({ generated }) => generated === undefined);
  for (const cause of stated.length > 0 ? stated : row.because) {
    const key = cause.policy === undefined ? cause.consumer : '';
    byConsumer.set(key, [...(byConsumer.get(key) ?? []), cause]);
  }
  const binding = row.binding[0];
  const first = (binding === undefined ? undefined : byConsumer.get(binding)) ?? [...byConsumer.values()][0];
  const [cause] = first ?? [];
  if (!first || !cause) return 'for no stated reason';
  const short = describeShort(row, names);
  const others = [...byConsumer]
    .filter(([key, causes]) => key !== '' && causes !== first && !short?.consumers.includes(key))
    .map(([key]) => names.product(key));
  const also = others.length === 0 ? '' : `; ${joinWords(others)} ${others.length === 1 ? 'needs' : 'need'} it too`;
  return `because ${describeCauses(first, row, names)}${also}${short === null ? '' : `; ${short.words}`}`;
}

/** Metrics first, two by name; else the need or the house rule; and through whom it is reached. */
function describeCauses(causes: readonly Cause[], row: Requirement, names: PlanNames): string {
  const [first] = causes;
  if (!first) return 'somebody needs it';
  if (first.policy !== undefined) return `the house rule “${first.policy}” says so`;
  const between = describeBetween(first, row.product, names);
  const through = between === '' ? '' : `, through ${between}`;
  const contracts = causes.flatMap((cause) => cause.contract ?? []);
  const longest = contracts.find(({ noticeDays }) => noticeDays === noticeDaysOf(row.value)) ?? contracts[0];
  if (longest) return `${describeContract(longest, row, names)}${through}`;
  const [generated] = causes.flatMap((cause) => cause.generated ?? []);
  const isFilter = row.kind === 'validity' && row.rule?.startsWith('in-set') === true;
  if (generated !== undefined && !isFilter)
    return `${names.product(first.consumer)} reads it${between === '' ? '' : ` through ${between}`}, and ${generated}`;
  const metrics = [...new Set(causes.flatMap((cause) => cause.metric ?? []))];
  if (metrics.length === 0) return `${describeNeed(first, row, names)}${through}`;
  const shown = metrics.slice(0, 2).map((metric) => names.metric(first.consumer, metric));
  const rest = metrics.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  const consumer = names.product(first.consumer);
  const whose = all.length === 1 && all[0] === consumer ? '' : ` in ${consumer}`;
  const isOne = all.length === 1;
  const who = `${joinWords(all)}${whose}`;
  if (generated === undefined) return `${who} ${describeUse(row.kind, isOne)}${through}`;
  const [it, its] = includesOf(row) > 1 ? ['them', 'they'] : ['it', 'it'];
  return `${who}${through === '' ? '' : `${through},`} ${isOne ? 'counts' : 'count'} only rows with ${it}, and would find none if ${its} never came`;
}

/** How many values a filter picks out. */
function includesOf({ value }: Requirement): number {
  return value !== null && typeof value === 'object' && Array.isArray(value.includes) ? value.includes.length : 0;
}

/** Agreed with this very product, or with one that can only say what it is told in time itself. */
function describeContract(contract: NonNullable<Cause['contract']>, row: Requirement, names: PlanNames): string {
  const [reader, provider] = [names.product(contract.consumer), names.product(contract.product)];
  if (contract.product === row.product) return `that is agreed with ${reader}`;
  return `${provider} has agreed to tell ${reader} ${describeDays(contract.noticeDays)} ahead`;
}

/** What a metric does with what is asked; where a check serves it, what would go wrong without. */
function describeUse(kind: RequirementKind, isOne: boolean): string {
  switch (kind) {
    case 'uniqueness':
      return 'would count twice otherwise';
    case 'history':
      return isOne ? 'reaches back that far' : 'reach back that far';
    case 'rows':
      return isOne ? 'counts no others' : 'count no others';
    case 'privacy':
      return isOne ? 'reads it' : 'read it';
    default:
      return isOne ? 'needs it' : 'need it';
  }
}

/** The kind a stated rule comes down to; a row of another kind only serves it. */
const KIND_OF: Record<ExpectationRule['rule'], RequirementKind> = {
  'not-null': 'validity',
  unique: 'uniqueness',
  'in-set': 'validity',
  range: 'validity',
  pattern: 'validity',
  holds: 'validity',
  completeness: 'completeness',
  reference: 'reference',
  reconcile: 'reconciliation',
  volume: 'volume',
  freshness: 'freshness',
  deadline: 'deadline',
  availability: 'availability',
  history: 'history',
  delivery: 'delivery',
};

function describeNeed(cause: Cause, row: Requirement, names: PlanNames): string {
  const consumer = names.product(cause.consumer);
  const needs = names.needs(cause.consumer, cause.expectation ?? '');
  const behind = needs.filter(({ rule }) => isBehind(rule, row));
  const need =
    behind.find(({ rule }) => isSaid(rule, row)) ?? (behind.length > 1 ? undefined : (behind[0] ?? needs[0]));
  if (!need && behind.length > 1) return `${consumer} expects it`;
  const rule = need?.rule;
  if (rule === undefined || KIND_OF[rule.rule] !== row.kind)
    return `${consumer} needs it for “${names.said(cause.consumer, cause.expectation ?? '')}”`;
  switch (rule.rule) {
    case 'freshness':
      return `${consumer} needs it at most ${describeMinutes(rule.maxMinutes)} old${describeAgreed(cause, row, names, rule.maxMinutes)}${describeSpending(cause, row, names)}`;
    case 'deadline':
      return `${consumer} must be ready by ${describeHour(rule.at, rule.dayOffset, rule.timezone)}${describeSpending(cause, row, names)}`;
    case 'availability':
      return `${consumer} needs ${describeShare(rule.min)} and what may fail is shared by all it reads live`;
    case 'completeness': {
      const isShared = Number(row.value) > rule.min;
      return `${consumer} needs ${describeShare(rule.min)}${isShared ? ' and what may be missing is shared by the inputs' : ''}`;
    }
    case 'delivery':
      return `${consumer} ${DELIVERED[rule.mode]}`;
    default:
      return need?.words ? `${consumer} says “${need.words}”` : `${consumer} expects it`;
  }
}

const DELIVERED = {
  stream: 'follows what happens as it happens',
  api: 'is asked by programs',
  sql: 'is queried',
  batch: 'hands over whole sets',
} as const;

/** Word for word what this row asks: it tells apart conditions on one entity that have not been rewritten on the way. */
function isSaid(rule: ExpectationRule, { value }: Requirement): boolean {
  if (rule.rule === 'completeness') return Number(value) >= rule.min;
  if (rule.rule !== 'holds' || value === null || typeof value !== 'object') return false;
  return value.condition === rule.condition;
}

/** Of the needs stated of one target, those this row may be about. */
function isBehind(rule: ExpectationRule, row: Requirement): boolean {
  if (KIND_OF[rule.rule] !== row.kind) return false;
  if (rule.rule !== 'completeness') return row.kind !== 'validity' || (row.rule ?? '').split(':', 1)[0] === rule.rule;
  const said = row.rule ?? 'rows';
  return (
    said.includes(' by ') === (rule.weight !== undefined) &&
    (rule.when === undefined || row.approximate || said.includes(': '))
  );
}

/** More than these are not told one by one: nobody would read them. */
const TOLD_MAX = 4;

/** "of which Customer 360 spends 6 h 40": every product between the need and here, and the consumer's own run. */
function describeSpending(cause: Cause, row: Requirement, names: PlanNames): string {
  const isClock = row.kind === 'deadline';
  const spent = cause.path
    .filter((product) => product !== row.product)
    .flatMap((product) => {
      const { every, takes } = names.build(product);
      const minutes = isClock ? takes : every + takes;
      return minutes > 0 ? [{ product, minutes }] : [];
    });
  if (spent.length === 0) return '';
  const [one, all] = isClock ? ['takes', 'take'] : ['spends', 'spend'];
  const together = describeMinutes(spent.reduce((sum, { minutes }) => sum + minutes, 0));
  const told =
    spent.length > TOLD_MAX
      ? `${spent.length} products on the way ${all} ${together} together`
      : joinWords(spent.map(({ product, minutes }) => `${names.product(product)} ${one} ${describeMinutes(minutes)}`));
  return isClock ? `; ${told}` : `, of which ${told}`;
}

/** An age that is more than the need leaves here was agreed to nearer to the consumer. */
function describeAgreed(cause: Cause, row: Requirement, names: PlanNames, maxMinutes: number): string {
  if (typeof row.value !== 'number') return '';
  const crossed = cause.path.map((step) => step.split(':', 1)[0] ?? step).filter((product) => product !== row.product);
  const spent = [...new Set(crossed)].reduce((sum, key) => sum + names.build(key).every + names.build(key).takes, 0);
  return row.value > maxMinutes - spent + ROUNDING ? ` and agreed to ${describeMinutes(row.value + spent)}` : '';
}

/** Minutes are sums of rounded ones. */
const ROUNDING = 1e-6;

/** Numbers already name whom they pass; for everything else the products between. */
function describeBetween(cause: Cause, product: string, names: PlanNames): string {
  if (!cause.path.some((step) => step.includes(':'))) return '';
  const between = cause.path
    .map((step) => step.split(':', 1)[0] ?? step)
    .filter((key, at, all) => key !== cause.consumer && key !== product && all.indexOf(key) === at);
  return nameWay(between.map((key) => names.product(key)));
}
