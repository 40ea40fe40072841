import { describeMinutes } from '@/lib/base/duration';
import { unreachable } from '@/lib/base/unreachable';
import { parseExpression } from '@/lib/sql/parse';
import { callRecord } from './call-record';
import { describeCondition } from './condition-words';
import { recordOf } from './model-index';
import type { ExpectationRecord, ModelDocument, RecordId } from './records';
import type { ExpectationRule } from './rule';
import { scopeOfTarget } from './scope';
import type { Vocabulary } from './vocabulary';
import { callAttribute, callsOver, midSentence, pluralOf, timesOver } from './words-for';

/**
 * An expectation as a sentence: "Everything here is at most 24 h old." What a person wrote about it is not repeated; this
 * says what will be tested.
 */
export function describeExpectation(
  document: ModelDocument,
  expectation: ExpectationRecord,
  vocabulary: Vocabulary,
): string {
  const sentence = describeRule(document, expectation, vocabulary);
  if (expectation.enforcement === 'check') return `${sentence}.`;
  return vocabulary === 'plain' ? `${sentence}, or nothing is delivered.` : `${sentence} (audit).`;
}

type About = Pick<ExpectationRecord, 'onId' | 'rule'>;
type Completeness = Extract<ExpectationRule, { rule: 'completeness' }>;

function describeRule(document: ModelDocument, about: About, vocabulary: Vocabulary): string {
  const { onId, rule } = about;
  const it = callTarget(document, onId, vocabulary);
  const call = (id: RecordId) => callRecord(document, id, vocabulary);
  const when =
    'when' in rule && rule.when !== undefined ? ` when ${condition(document, about, rule.when, vocabulary)}` : '';
  switch (rule.rule) {
    case 'not-null':
      return vocabulary === 'plain' ? `${it} is always filled in${when}` : `${it} is not null${when}`;
    case 'unique':
      return describeUnique(document, onId, rule, vocabulary);
    case 'in-set':
      return `${it} is one of ${rule.values.map(String).join(', ')}`;
    case 'range':
      return `${it} is ${between(rule.min, rule.max)}`;
    case 'pattern':
      return vocabulary === 'plain' ? `${it} is written like ${rule.regex}` : `${it} matches ${rule.regex}`;
    case 'holds': {
      const what = condition(document, about, rule.condition, vocabulary);
      return rule.min === undefined || rule.min === 1
        ? `${what} in every row of ${it}`
        : `${what} in at least ${percent(rule.min)} of the rows of ${it}`;
    }
    case 'completeness':
      return describeCompleteness(document, { onId, rule, it, when }, vocabulary);
    case 'reference':
      return rule.maxOrphans === undefined || rule.maxOrphans === 0
        ? `${it}: every row finds its counterpart`
        : `${it}: at most ${percent(rule.maxOrphans)} of the rows find no counterpart`;
    case 'reconcile': {
      const per = rule.per === undefined ? '' : ` per ${rule.per}`;
      return `${call(rule.left)} and ${midSentence(call(rule.right))} agree within ${percent(rule.within)}${per}`;
    }
    case 'volume': {
      const per = rule.per === undefined ? '' : ` per ${rule.per}`;
      return `${it} has ${between(rule.min, rule.max)} ${(rule.max ?? rule.min) === 1 ? 'row' : 'rows'}${per}`;
    }
    case 'freshness':
      return `${it} is at most ${describeMinutes(rule.maxMinutes)} old`;
    case 'deadline': {
      const zone = rule.timezone === undefined ? '' : ` (${rule.timezone})`;
      return `${it} is ready by ${rule.at}${dayWords(rule.dayOffset ?? 0)}${zone}`;
    }
    case 'availability':
      return vocabulary === 'plain'
        ? `${it} can be used ${percent(rule.min)} of the time`
        : `${it} is available ${percent(rule.min)} of the time`;
    case 'history':
      return `${it} reaches back ${rule.days === 1 ? 'a day' : `${rule.days} days`}`;
    case 'delivery': {
      const format = rule.format === undefined ? '' : ` as ${rule.format}`;
      const from = rule.product === undefined ? '' : ` from ${rule.product}`;
      return `${it} is delivered by ${MODES[rule.mode]}${format}${from}`;
    }
    default:
      return unreachable(rule);
  }
}

function describeUnique(
  document: ModelDocument,
  onId: RecordId | null,
  { attributes }: Extract<ExpectationRule, { rule: 'unique' }>,
  vocabulary: Vocabulary,
): string {
  const it = callTarget(document, onId, vocabulary);
  if (vocabulary === 'field') {
    const by = attributes?.map((id) => callRecord(document, id, vocabulary)).join(', ');
    return by === undefined ? `${it} is unique` : `${it} is unique by ${by}`;
  }
  const field = recordOf(document, 'attribute', onId);
  const entityId = field?.entityId ?? onId;
  const same = (attributes ?? (field === null ? [] : [field.id])).map((id) => callAttribute(document, id, entityId));
  const rows = `No two rows of ${callTarget(document, entityId, vocabulary)}`;
  return same.length === 0 ? `${rows} are the same` : `${rows} have the same ${listed(same)}`;
}

function describeCompleteness(
  document: ModelDocument,
  { onId, rule, it, when }: { onId: RecordId | null; rule: Completeness; it: string; when: string },
  vocabulary: Vocabulary,
): string {
  const weight = rule.weight === undefined ? '' : `, weighted by ${callRecord(document, rule.weight, vocabulary)}`;
  if (rule.of === 'values')
    return vocabulary === 'plain'
      ? `${it} is filled in for at least ${percent(rule.min)} of the rows${when}${weight}`
      : `at least ${percent(rule.min)} of the values of ${it} are not null${when}${weight}`;
  if (vocabulary === 'field') return `${it} has at least ${percent(rule.min)} of its rows${when}${weight}`;
  const isOfRows = onId !== null && recordOf(document, 'entity', onId) !== null;
  const what = isOfRows ? `${pluralOf(it)} are there` : `${midSentence(it)} is there`;
  return `At least ${percent(rule.min)} of ${what}${when}${weight}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A share as people write it: 0.999 is 99.9 %. */
function percent(share: number): string {
  return `${Number((share * 100).toPrecision(10))} %`;
}

function between(min: unknown, max: unknown): string {
  if (min === undefined) return max === undefined ? 'anything' : `at most ${max}`;
  return max === undefined ? `at least ${min}` : `between ${min} and ${max}`;
}

function dayWords(dayOffset: number): string {
  if (dayOffset === 0) return '';
  const days = Math.abs(dayOffset) === 1 ? 'a day' : `${Math.abs(dayOffset)} days`;
  return ` ${days} ${dayOffset > 0 ? 'later' : 'before'}`;
}

const MODES = { batch: 'batch', stream: 'stream', api: 'API', sql: 'SQL' };

function condition(document: ModelDocument, { onId }: About, text: string, vocabulary: Vocabulary): string {
  const parsed = parseExpression(text);
  if (vocabulary === 'field' || !parsed.ok) return text;
  const scope = scopeOfTarget(document, onId);
  const [entityId] = scope?.over === 'attributes' ? scope.entityIds : [];
  return entityId === undefined
    ? text
    : describeCondition(parsed.value, callsOver(document, entityId), timesOver(document, entityId));
}

function callTarget(document: ModelDocument, onId: RecordId | null, vocabulary: Vocabulary): string {
  if (onId !== null) return callRecord(document, onId, vocabulary);
  return vocabulary === 'plain' ? 'Everything here' : 'The model';
}
