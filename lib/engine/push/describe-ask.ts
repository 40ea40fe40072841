import { describeDays } from '@/lib/base/describe-days';
import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { groupDigits } from '@/lib/base/group-digits';
import { joinWords } from '@/lib/base/join-words';
import { unreachable } from '@/lib/base/unreachable';
import type { Classification } from '@/lib/model/records';
import type { Vocabulary } from '@/lib/model/vocabulary';
import type { Requirement, RequirementValue } from '../plan';
import { formatsIn } from './ask-delivery';
import { readPrivacy } from './ask-privacy';
import { withinOf } from './ask-reconciliation';
import { readReference } from './ask-reference';
import { noticeDaysOf } from './ask-stability';
import { readBand } from './ask-volume';
import { type ConditionFor, conditionFor } from './condition-for';
import { describeHour } from './describe-hour';
import { describeStrength } from './describe-strength';
import { describeValidity } from './describe-validity';
import type { PlanNames } from './plan-names';

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
  const say = conditionFor(row, names, isPlain);
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
      return describeLookup(row, subject, names, isPlain);
    case 'rows':
      return `${subject} is needed only where ${say(String(row.value))}`;
    case 'history':
      return `${subject} is kept ${row.value === 'all' ? 'from the very beginning' : `for ${describeDays(Number(row.value))}`}`;
    case 'freshness':
      return `${subject} ${describeAge(row.value)}`;
    case 'deadline':
      return `${subject} is ready by ${describeHour(String(row.value), row.dayOffset, row.timezone)}`;
    case 'availability':
      return `${subject} is available ${describeShare(Number(row.value))} of the time`;
    case 'completeness':
      return describeCompleteness(row, subject, { names, isPlain, say });
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
      return describePrivacy(row, subject, isPlain, names);
    case 'stability':
      return describeNotice(row, subject, isPlain);
    case 'validity':
      return describeValidity(row, subject, isPlain, say);
    default:
      return unreachable(row.kind);
  }
}

function describeLookup(row: Requirement, subject: string, names: PlanNames, isPlain: boolean): string {
  const from = row.value !== null && typeof row.value === 'object' ? String(row.value.from ?? '') : '';
  const [reader = '', many] = splitAt(from, '.');
  const called = many === null ? 'row' : names.target(reader, many);
  const each = called === subject ? `${called} of ${names.product(reader)}` : called;
  const keys = keysIn(row, names, isPlain);
  if (!isPlain) return `${subject} is the one side of a many-to-one from ${each} on ${keys}`;
  return `Each ${each} has one ${subject}${keys === subject ? '' : `, found by ${keys}`}`;
}

function describeUnique(subject: string, keys: string, isPlain: boolean): string {
  if (!isPlain) return `${subject} is unique by ${keys}`;
  return keys === subject ? `${subject} is never there twice` : `${subject} has no two rows with the same ${keys}`;
}

type Telling = { names: PlanNames; isPlain: boolean; say: ConditionFor };

function describeCompleteness(row: Requirement, subject: string, { names, isPlain, say }: Telling): string {
  const [what = '', when] = splitAt(row.rule ?? 'rows', ': ');
  const [of, weight] = splitAt(what, ' by ');
  const share = describeShare(Number(row.value));
  const where = when === null ? '' : ` where ${say(when)}`;
  const measure = weight === null ? '' : names.measure(row.because[0]?.consumer ?? '', weight);
  const byWeight = isPlain ? `, each weighed by “${measure}”` : `, weighted by ${weight}`;
  const weighed = weight === null ? '' : byWeight;
  const elsewhere = isPlain ? `: “${measure}” stands in other rows` : ': the weight is not in the same rows';
  const apart = weight === null ? '' : elsewhere;
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

function describePrivacy(row: Requirement, subject: string, isPlain: boolean, names: PlanNames): string {
  const { classification, alignment, domain } = readPrivacy(row.value);
  if (row.rule === 'mask')
    return isPlain ? `${subject} is made unreadable before it is passed on` : `${subject} is masked`;
  if (row.rule === 'stays-in') {
    const places = [
      ...(alignment === undefined ? [] : [`${alignment} products`]),
      ...(domain === undefined ? [] : [`the domain ${names.domain(domain)}`]),
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

function describeAge(value: RequirementValue): string {
  const minutes = Number(value);
  return minutes < 0
    ? `would have to be ready ${describeMinutes(-minutes)} ahead of time, which cannot be`
    : `is at most ${describeMinutes(minutes)} old`;
}
