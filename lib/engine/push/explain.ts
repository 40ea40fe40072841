import { describeMinutes } from '@/lib/base/duration';
import type { Cause, Requirement, RequirementValue } from '../plan';
import type { PlanNames } from './plan-names';

/** Engineers read the field's words, analysts plain ones. */
export type Vocabulary = 'field' | 'plain';

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
      const use = row.role === 'indirect' ? (isPlain ? ' to find the right rows' : ' for joins, filters or groups') : '';
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
      return `${subject} is available ${describeShare(row.value)} of the time`;
    case 'completeness':
      return `${subject} has ${describeShare(row.value)} of its rows${row.approximate ? ' (approximately)' : ''}`;
    case 'uniqueness':
      return isPlain ? `no two rows of ${subject} share ${keysIn(row.value)}` : `${subject} is unique by ${keysIn(row.value)}`;
    default:
      return `${subject}: ${row.kind}`;
  }
}

/** The reason, from the first cause: for which metric or need, in which product, and through whom. */
export function describeWhy(row: Requirement, names: PlanNames): string {
  const [first] = row.because;
  if (!first) return 'for no stated reason';
  const others = new Set(row.because.map(reasonKey)).size - 1;
  const more = others > 0 ? ` and ${others} more` : '';
  return `${describeCause(first, names)}${more}${describeThrough(first, row.product, names)}`;
}

/** "because Item revenue of Retention uses it", "because Retention states: freshness on model". */
export function describeCause(cause: Cause, names: PlanNames): string {
  if (cause.policy !== undefined) return `because of the house rule ${cause.policy}`;
  const consumer = names.product(cause.consumer);
  if (cause.metric !== null) return `because ${names.metric(cause.consumer, cause.metric)} in ${consumer} needs it`;
  return `because ${consumer} states ${cause.expectation ?? 'it'}`;
}

function describeThrough(cause: Cause, product: string, names: PlanNames): string {
  const between = cause.path
    .map((step) => step.split(':', 1)[0] ?? step)
    .filter((key, at, all) => key !== cause.consumer && key !== product && all.indexOf(key) === at);
  return between.length === 0 ? '' : `, through ${between.map((key) => names.product(key)).join(' and ')}`;
}

function reasonKey(cause: Cause): string {
  return `${cause.consumer} ${cause.metric ?? ''} ${cause.expectation ?? ''} ${cause.policy ?? ''}`;
}

function keysIn(value: RequirementValue): string {
  return value !== null && typeof value === 'object' && Array.isArray(value.keys) ? value.keys.join(', ') : 'its key';
}

function describeAge(value: RequirementValue): string {
  const minutes = Number(value);
  return minutes < 0 ? `${describeMinutes(minutes)} old, which cannot be` : `at most ${describeMinutes(minutes)} old`;
}

/** Ratios in percent, with as many digits as they need and four at most. */
export function describeShare(value: RequirementValue): string {
  return `${Number((Number(value) * 100).toFixed(4))} %`;
}

function describeOffset(days: number): string {
  if (days === 0) return '';
  return days < 0 ? ` ${days === -1 ? 'the day' : `${-days} days`} before` : ` ${days === 1 ? 'the day' : `${days} days`} after`;
}
