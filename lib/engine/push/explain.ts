import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { joinWords } from '@/lib/base/join-words';
import type { ExpectationRule } from '@/lib/model/rule';
import type { Vocabulary } from '@/lib/model/vocabulary';
import type { Cause, Requirement, RequirementKind, RequirementValue } from '../plan';
import { formatsIn } from './ask-delivery';
import { withinOf } from './ask-reconciliation';
import { readReference } from './ask-reference';
import { readBand } from './ask-volume';
import { describeValidity } from './describe-validity';
import type { PlanNames } from './plan-names';

/** One sentence: what is asked and for what, from the first cause and its path. */
export function explainRequirement(row: Requirement, names: PlanNames, vocabulary: Vocabulary): string {
  return `${describeAsk(row, names, vocabulary)}, ${describeWhy(row, names)}.`;
}

/** What is asked, without the reason: "Order › Status, to filter or join by", "at most 10 h 50 old". */
export function describeAsk(row: Requirement, names: PlanNames, vocabulary: Vocabulary): string {
  const subject = row.target === null ? names.product(row.product) : names.target(row.product, row.target);
  const isPlain = vocabulary === 'plain';
  switch (row.kind) {
    case 'entity':
      return isPlain ? `${subject} is needed` : `${subject} must be provided`;
    case 'attribute': {
      const use =
        row.role === 'indirect' ? (isPlain ? ' to find the right rows' : ' for joins, filters or groups') : '';
      return isPlain ? `${subject} is needed${use}` : `${subject} must be provided${use}`;
    }
    case 'grain':
      return `${subject} has one row per ${keysIn(row.value)}`;
    case 'relationship':
      return isPlain
        ? `${subject} can be looked up by ${keysIn(row.value)}`
        : `${subject} is the one side of a many-to-one on ${keysIn(row.value)}`;
    case 'rows':
      return isPlain ? `only some rows of ${subject} are needed: ${row.value}` : `${subject} where ${row.value}`;
    case 'history':
      return `${subject} is kept ${row.value === 'all' ? 'from the very beginning' : `for ${row.value} days`}`;
    case 'freshness':
      return `${subject} is ${describeAge(row.value)}`;
    case 'deadline':
      return `${subject} is ready by ${row.value}${describeOffset(row.dayOffset ?? 0)}${row.timezone ? ` ${row.timezone}` : ''}`;
    case 'availability':
      return `${subject} is available ${describeShare(Number(row.value))} of the time`;
    case 'completeness':
      return describeCompleteness(row, subject, isPlain);
    case 'uniqueness':
      return isPlain
        ? `no two rows of ${subject} share ${keysIn(row.value)}`
        : `${subject} is unique by ${keysIn(row.value)}`;
    case 'reference':
      return describeReference(row, subject, names, isPlain);
    case 'volume':
      return `${subject} has ${describeBand(row)}`;
    case 'reconciliation':
      return describeReconciliation(row, subject, names);
    case 'delivery':
      return describeDelivery(row, subject, isPlain);
    case 'validity':
      return describeValidity(row, subject, isPlain);
    default:
      return `${subject}: ${row.kind}`;
  }
}

function describeCompleteness(row: Requirement, subject: string, isPlain: boolean): string {
  const [what = '', when] = splitAt(row.rule ?? 'rows', ': ');
  const [of, weight] = splitAt(what, ' by ');
  const share = describeShare(Number(row.value));
  const where = when === null ? '' : isPlain ? `, looking only at rows with ${when}` : ` where ${when}`;
  const weighed = weight === null ? '' : isPlain ? `, each counted by its ${weight}` : `, weighted by ${weight}`;
  const apart = weight === null ? '' : ': the weight is not in the same rows';
  const about = row.approximate ? ` (approximately${apart})` : '';
  if (of === 'rows') return `${subject} has ${share} of its rows${where}${weighed}${about}`;
  return isPlain
    ? `${subject} is filled in for ${share} of the rows${where}${weighed}${about}`
    : `${share} of the values of ${subject} are not null${where}${weighed}${about}`;
}

function describeReference(row: Requirement, subject: string, names: PlanNames, isPlain: boolean): string {
  const { keys, to, maxOrphans } = readReference(row);
  const one = names.target(row.product, to);
  const by = keys.map((key) => names.target(row.product, `${row.target}.${key}`).split(' › ').at(-1)).join(', ');
  const early = row.placement?.strength === 'necessary' ? ' (an early warning)' : '';
  if (maxOrphans === 0)
    return isPlain
      ? `every row of ${subject} finds its ${one} by ${by}${early}`
      : `${subject} has no orphans: ${by} is a key of ${one}${early}`;
  const share = describeShare(maxOrphans);
  return isPlain
    ? `at most ${share} of the rows of ${subject} find no ${one} by ${by}${early}`
    : `${subject} has at most ${share} orphans: ${by} is a key of ${one}${early}`;
}

function describeBand(row: Requirement): string {
  const { min, max, per } = readBand(row.value);
  const each = per === undefined ? '' : ` per ${per}`;
  const about = row.approximate ? ' (approximately)' : '';
  if (min === undefined) return `at most ${max} rows${each}${about}`;
  return `${max === undefined ? `at least ${min}` : `between ${min} and ${max}`} rows${each}${about}`;
}

function describeReconciliation(row: Requirement, subject: string, names: PlanNames): string {
  const said = row.value !== null && typeof row.value === 'object' ? row.value : {};
  const consumer = row.because[0]?.consumer ?? '';
  const [left, right] = [said.left, said.right].map((name) => names.metric(consumer, String(name)));
  const per = typeof said.per === 'string' ? ` per ${said.per}` : '';
  return `in ${subject}, ${left} and ${right} agree within ${describeShare(withinOf(row.value))}${per}`;
}

function describeDelivery(row: Requirement, subject: string, isPlain: boolean): string {
  const formats = formatsIn(row.value);
  const as = formats.length === 0 ? '' : ` as ${joinWords(formats)}`;
  switch (row.rule) {
    case 'stream':
      return isPlain ? `${subject} says what happens as it happens${as}` : `${subject} has a stream port${as}`;
    case 'api':
      return isPlain ? `${subject} can be asked by programs${as}` : `${subject} has an API port${as}`;
    case 'sql':
      return isPlain ? `${subject} can be queried${as}` : `${subject} has a SQL port${as}`;
    default:
      return isPlain ? `${subject} hands over whole sets${as}` : `${subject} has a batch port${as}`;
  }
}

function splitAt(text: string, separator: string): [string, string | null] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + separator.length)];
}

/**
 * The reason: which metrics of whom use it, or which stated need comes down to this number and what is spent of it on the
 * way; then through whom it is reached.
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
  const others = [...byConsumer]
    .filter(([key, causes]) => key !== '' && causes !== first)
    .map(([key]) => names.product(key));
  const also = others.length === 0 ? '' : `; ${joinWords(others)} ${others.length === 1 ? 'needs' : 'need'} it too`;
  return `because ${describeCauses(first, row, names)}${describeThrough(cause, row.product, names)}${also}`;
}

/** Metrics first, two by name; else the need or the house rule. */
function describeCauses(causes: readonly Cause[], row: Requirement, names: PlanNames): string {
  const [first] = causes;
  if (!first) return 'somebody needs it';
  if (first.policy !== undefined) return `the house rule “${first.policy}” says so`;
  const metrics = [...new Set(causes.flatMap((cause) => cause.metric ?? []))];
  if (metrics.length === 0) return describeNeed(first, row, names);
  const [generated] = causes.flatMap((cause) => cause.generated ?? []);
  if (generated !== undefined) return `${names.product(first.consumer)} reads it and ${generated}`;
  const shown = metrics.slice(0, 2).map((metric) => names.metric(first.consumer, metric));
  const rest = metrics.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  return `${joinWords(all)} in ${names.product(first.consumer)} ${all.length === 1 ? 'needs' : 'need'} it`;
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
  const need = names.need(cause.consumer, cause.expectation ?? '');
  const rule = need?.rule;
  if (rule === undefined || KIND_OF[rule.rule] !== row.kind)
    return `${consumer} needs it for “${need?.words ?? cause.expectation}”`;
  switch (rule.rule) {
    case 'freshness':
      return `${consumer} needs it at most ${describeMinutes(rule.maxMinutes)} old${describeSpending(cause, row, names)}`;
    case 'deadline':
      return `${consumer} must be ready by ${rule.at}${describeSpending(cause, row, names)}`;
    case 'availability':
      return `${consumer} needs ${describeShare(rule.min)} and what may fail is shared by all it reads live`;
    case 'completeness':
      return `${consumer} needs ${describeShare(rule.min)} and what may be missing is shared by the inputs`;
    default:
      return `${consumer} states it`;
  }
}

/** "; Customer 360 spends 6 h 40 of that": every product between the need and here, and the consumer's own run. */
function describeSpending(cause: Cause, row: Requirement, names: PlanNames): string {
  const spent = cause.path
    .filter((product) => product !== row.product)
    .flatMap((product) => {
      const { every, takes } = names.build(product);
      const minutes = row.kind === 'deadline' ? takes : every + takes;
      return minutes > 0 ? [`${names.product(product)} spends ${describeMinutes(minutes)}`] : [];
    });
  return spent.length === 0 ? '' : `, of which ${joinWords(spent)}`;
}

/** Numbers already name whom they pass; for everything else the products between. */
function describeThrough(cause: Cause, product: string, names: PlanNames): string {
  if (cause.policy !== undefined || !cause.path.some((step) => step.includes(':'))) return '';
  const between = cause.path
    .map((step) => step.split(':', 1)[0] ?? step)
    .filter((key, at, all) => key !== cause.consumer && key !== product && all.indexOf(key) === at);
  return between.length === 0 ? '' : `, through ${joinWords(between.map((key) => names.product(key)))}`;
}

function keysIn(value: RequirementValue): string {
  return value !== null && typeof value === 'object' && Array.isArray(value.keys) ? value.keys.join(', ') : 'its key';
}

function describeAge(value: RequirementValue): string {
  const minutes = Number(value);
  return minutes < 0 ? `${describeMinutes(minutes)} old, which cannot be` : `at most ${describeMinutes(minutes)} old`;
}

function describeOffset(days: number): string {
  if (days === 0) return '';
  return days < 0
    ? ` ${days === -1 ? 'the day' : `${-days} days`} before`
    : ` ${days === 1 ? 'the day' : `${days} days`} after`;
}
