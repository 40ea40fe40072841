import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { groupDigits } from '@/lib/base/group-digits';
import { joinWords } from '@/lib/base/join-words';
import { unreachable } from '@/lib/base/unreachable';
import type { Classification } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';
import type { Vocabulary } from '@/lib/model/vocabulary';
import type { Cause, Requirement, RequirementKind, RequirementValue } from '../plan';
import { formatsIn } from './ask-delivery';
import { readPrivacy } from './ask-privacy';
import { withinOf } from './ask-reconciliation';
import { readReference } from './ask-reference';
import { noticeDaysOf } from './ask-stability';
import { readBand } from './ask-volume';
import { describeStrength } from './describe-strength';
import { describeValidity } from './describe-validity';
import type { PlanNames } from './plan-names';

/** One sentence: what is asked and for what, from the first cause and its path. */
export function explainRequirement(row: Requirement, names: PlanNames, vocabulary: Vocabulary): string {
  const ask = describeAsk(row, names, vocabulary);
  if (row.asked === undefined) return `${ask}, ${describeWhy(row, names)}.`;
  const why = describeWhy({ ...row, value: row.asked }, names);
  return `${ask}, as agreed, ${why.replace(/^because /, 'although ')}.`;
}

/** A wish is called what whoever wishes calls it, until the product has it and calls it something itself. */
function callSubject({ product, target, verdict, because }: Requirement, names: PlanNames): string {
  if (target === null) return names.product(product);
  if (verdict !== 'missing' || names.has(product, target)) return names.target(product, target);
  const [wishing = product, wish = target] = because[0]?.path.at(-2)?.split(':', 2) ?? [];
  const wished = names.target(wishing, wish);
  const [entity = '', field] = target.split('.', 2);
  if (field === undefined || !names.has(product, entity)) return wished;
  return `${names.target(product, entity)} › ${wished.split(' › ').at(-1)}`;
}

/** What is asked, without the reason: "Order › Status, to filter or join by", "at most 10 h 50 old". */
export function describeAsk(row: Requirement, names: PlanNames, vocabulary: Vocabulary): string {
  const subject = callSubject(row, names);
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
      return `${subject} has one row per ${keysIn(row, names, isPlain)}`;
    case 'relationship':
      return isPlain
        ? describeLookup(subject, keysIn(row, names, isPlain))
        : `${subject} is the one side of a many-to-one on ${keysIn(row, names, isPlain)}`;
    case 'rows':
      return `${subject} is needed only where ${row.value}`;
    case 'history':
      return `${subject} is kept ${row.value === 'all' ? 'from the very beginning' : `for ${row.value} days`}`;
    case 'freshness':
      return `${subject} ${describeAge(row.value)}`;
    case 'deadline':
      return `${subject} is ready by ${row.value}${describeOffset(row.dayOffset ?? 0)}${row.timezone ? ` ${row.timezone}` : ''}`;
    case 'availability':
      return `${subject} is available ${describeShare(Number(row.value))} of the time`;
    case 'completeness':
      return describeCompleteness(row, subject, isPlain);
    case 'uniqueness':
      return `${describeUnique(subject, keysIn(row, names, isPlain), isPlain)}${describeStrength(row, isPlain)}`;
    case 'reference':
      return describeReference(row, subject, names, isPlain);
    case 'volume':
      return `${subject} has ${describeBand(row)}`;
    case 'reconciliation':
      return describeReconciliation(row, subject, names);
    case 'delivery':
      return describeDelivery(row, subject, isPlain);
    case 'privacy':
      return describePrivacy(row, subject, isPlain);
    case 'stability':
      return describeNotice(row, subject, isPlain);
    case 'validity':
      return describeValidity(row, subject, isPlain);
    default:
      return unreachable(row.kind);
  }
}

function describeLookup(subject: string, keys: string): string {
  return keys === subject ? `${subject} can be looked up` : `${subject} can be looked up by ${keys}`;
}

function describeUnique(subject: string, keys: string, isPlain: boolean): string {
  if (!isPlain) return `${subject} is unique by ${keys}`;
  return keys === subject ? `${subject} is never there twice` : `${subject} has no two rows with the same ${keys}`;
}

function describeCompleteness(row: Requirement, subject: string, isPlain: boolean): string {
  const [what = '', when] = splitAt(row.rule ?? 'rows', ': ');
  const [of, weight] = splitAt(what, ' by ');
  const share = describeShare(Number(row.value));
  const where = when === null ? '' : isPlain ? `, looking only at rows with ${when}` : ` where ${when}`;
  const weighed = weight === null ? '' : isPlain ? `, each counted by its ${weight}` : `, weighted by ${weight}`;
  const apart = weight === null ? '' : ': the weight is not in the same rows';
  const about = row.approximate ? ` (approximately${apart})` : '';
  if (of === 'rows') return `${subject} has at least ${share} of its rows${where}${weighed}${about}`;
  const said = isPlain ? 'is filled in for' : 'is not null in';
  return `${subject} ${said} at least ${share} of the rows${where}${weighed}${about}`;
}

function describeReference(row: Requirement, subject: string, names: PlanNames, isPlain: boolean): string {
  const { keys, to, maxOrphans } = readReference(row);
  const one = names.target(row.product, to);
  const by = isPlain ? labelsOf(row, keys, names) : keys.join(', ');
  const found = isPlain && by !== one ? ` by ${by}` : '';
  const early = row.placement?.strength === 'necessary' ? ' (an early warning)' : '';
  if (maxOrphans === 0)
    return isPlain
      ? `${subject} finds its ${one}${found} in every row${early}`
      : `${subject} has no orphans: every ${by} is in ${one}${early}`;
  const share = describeShare(maxOrphans);
  return isPlain
    ? `${subject} finds no ${one}${found} in at most ${share} of its rows${early}`
    : `${subject} has at most ${share} orphans, whose ${by} is not in ${one}${early}`;
}

/** How many rows: "between 500 and 2,000 rows per day". */
export function describeBand(row: Pick<Requirement, 'value'> & { approximate?: boolean }): string {
  const { min, max, per } = readBand(row.value);
  const each = per === undefined ? '' : ` per ${per}`;
  const about = row.approximate ? ' (approximately)' : '';
  const [least, most] = [min, max].map((count) => groupDigits(count ?? 0));
  if (min === undefined) return `at most ${most} rows${each}${about}`;
  return `${max === undefined ? `at least ${least}` : `between ${least} and ${most}`} rows${each}${about}`;
}

function describeReconciliation(row: Requirement, subject: string, names: PlanNames): string {
  const said = row.value !== null && typeof row.value === 'object' ? row.value : {};
  const consumer = row.because[0]?.consumer ?? '';
  const [left, right] = [said.left, said.right].map((name) => names.metric(consumer, String(name)));
  const per = typeof said.per === 'string' ? ` per ${said.per}` : '';
  return `“${left}” and “${right}” agree within ${describeShare(withinOf(row.value))}${per} in ${subject}`;
}

const CLASS_WORDS: Record<Classification, string> = {
  public: 'public',
  internal: 'internal',
  confidential: 'confidential',
  personal: 'personal data',
};

function describePrivacy(row: Requirement, subject: string, isPlain: boolean): string {
  const { classification, alignment, domain } = readPrivacy(row.value);
  if (row.rule === 'mask')
    return isPlain ? `${subject} is made unreadable before it is passed on` : `${subject} is masked`;
  if (row.rule === 'stays-in') {
    const places = [
      ...(alignment === undefined ? [] : [`${alignment} products`]),
      ...(domain === undefined ? [] : [`the domain ${domain}`]),
    ];
    return isPlain
      ? `${subject} is not passed on beyond ${joinWords(places)}`
      : `${subject} stays in ${joinWords(places)}`;
  }
  const words = classification === undefined ? 'classified' : CLASS_WORDS[classification];
  return isPlain
    ? `${subject} is treated as ${words} here too`
    : `${subject} stays classified as ${words}, like what it comes from`;
}

function describeNotice(row: Requirement, subject: string, isPlain: boolean): string {
  const days = describeDays(noticeDaysOf(row.value));
  return isPlain
    ? `${subject} says ${days} ahead what will change`
    : `${subject} announces breaking changes ${days} ahead`;
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
  const contracts = causes.flatMap((cause) => cause.contract ?? []);
  const longest = contracts.find(({ noticeDays }) => noticeDays === noticeDaysOf(row.value)) ?? contracts[0];
  if (longest) return describeContract(longest, row, names);
  const metrics = [...new Set(causes.flatMap((cause) => cause.metric ?? []))];
  if (metrics.length === 0) return describeNeed(first, row, names);
  const [generated] = causes.flatMap((cause) => cause.generated ?? []);
  const isFilter = row.kind === 'validity' && row.rule?.startsWith('in-set') === true;
  if (generated !== undefined && !isFilter) return `${names.product(first.consumer)} reads it, and ${generated}`;
  const shown = metrics.slice(0, 2).map((metric) => names.metric(first.consumer, metric));
  const rest = metrics.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  const consumer = names.product(first.consumer);
  const whose = all.length === 1 && all[0] === consumer ? '' : ` in ${consumer}`;
  const isOne = all.length === 1;
  if (generated !== undefined)
    return `${joinWords(all)}${whose} ${isOne ? 'counts' : 'count'} only rows with it, and would find none if it never came`;
  return `${joinWords(all)}${whose} ${describeUse(row.kind, isOne)}`;
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
      return isOne ? 'shows it' : 'show it';
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
    return `${consumer} needs it for “${need?.words ?? cause.expectation}”`;
  switch (rule.rule) {
    case 'freshness':
      return `${consumer} needs it at most ${describeMinutes(rule.maxMinutes)} old${describeAgreed(cause, row, names, rule.maxMinutes)}${describeSpending(cause, row, names)}`;
    case 'deadline':
      return `${consumer} must be ready by ${rule.at}${describeSpending(cause, row, names)}`;
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

/** "of which Customer 360 spends 6 h 40": every product between the need and here, and the consumer's own run. */
function describeSpending(cause: Cause, row: Requirement, names: PlanNames): string {
  const isClock = row.kind === 'deadline';
  const spent = cause.path
    .filter((product) => product !== row.product)
    .flatMap((product) => {
      const { every, takes } = names.build(product);
      const minutes = isClock ? takes : every + takes;
      return minutes > 0
        ? [`${names.product(product)} ${isClock ? 'takes' : 'spends'} ${describeMinutes(minutes)}`]
        : [];
    });
  if (spent.length === 0) return '';
  return isClock ? `; ${joinWords(spent)}` : `, of which ${joinWords(spent)}`;
}

/** An age that is more than the need leaves here was agreed to nearer to the consumer. */
function describeAgreed(cause: Cause, row: Requirement, names: PlanNames, maxMinutes: number): string {
  if (typeof row.value !== 'number') return '';
  const crossed = cause.path.map((step) => step.split(':', 1)[0] ?? step).filter((product) => product !== row.product);
  const spent = [...new Set(crossed)].reduce((sum, key) => sum + names.build(key).every + names.build(key).takes, 0);
  return row.value > maxMinutes - spent + ROUNDING ? ' and agreed to older on the way' : '';
}

/** Minutes are sums of rounded ones. */
const ROUNDING = 1e-6;

/** Numbers already name whom they pass; for everything else the products between. */
function describeThrough(cause: Cause, product: string, names: PlanNames): string {
  if (cause.policy !== undefined || !cause.path.some((step) => step.includes(':'))) return '';
  const between = cause.path
    .map((step) => step.split(':', 1)[0] ?? step)
    .filter((key, at, all) => key !== cause.consumer && key !== product && all.indexOf(key) === at);
  return between.length === 0 ? '' : `, through ${joinWords(between.map((key) => names.product(key)))}`;
}

function keysIn(row: Requirement, names: PlanNames, isPlain: boolean): string {
  const { value } = row;
  const keys = value !== null && typeof value === 'object' && Array.isArray(value.keys) ? value.keys.map(String) : [];
  if (keys.length === 0) return 'its key';
  return isPlain ? labelsOf(row, keys, names) : keys.join(', ');
}

/** What people call attributes of the row's entity. */
function labelsOf(row: Requirement, keys: readonly string[], names: PlanNames): string {
  return joinWords(keys.map((key) => names.target(row.product, `${row.target}.${key}`).split(' › ').at(-1) ?? key));
}

function describeDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function describeAge(value: RequirementValue): string {
  const minutes = Number(value);
  return minutes < 0
    ? `would have to be ready ${describeMinutes(-minutes)} ahead of time, which cannot be`
    : `is at most ${describeMinutes(minutes)} old`;
}

function describeOffset(days: number): string {
  if (days === 0) return '';
  return days < 0
    ? ` ${days === -1 ? 'the day' : `${-days} days`} before`
    : ` ${days === 1 ? 'the day' : `${days} days`} after`;
}
