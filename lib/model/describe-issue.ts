import { joinWords } from '@/lib/base/join-words';
import { TIME_ZONES_IN_WORDS } from '@/lib/base/time-zone';
import { unreachable } from '@/lib/base/unreachable';
import { describeSqlProblem } from '@/lib/sql/describe-problem';
import type { SqlType } from '@/lib/sql/tree';
import { callRecord } from './call-record';
import type { ExpressionPlace, Fix, Issue, ReachPlace } from './issue';
import { recordOf } from './model-index';
import { labelOfRecord } from './names';
import type { PatternProblem } from './pattern-problem';
import type { AttributeType, Cardinality, ModelDocument, RecordId } from './records';
import { endsOfStep, type ReferencePath } from './references';
import { PERIODS } from './rule';
import type { Vocabulary } from './vocabulary';
import { midSentence, pluralOf } from './words-for';

/**
 * One sentence per issue, in the field's words or in plain ones. It names the record, says what is wrong with it and why
 * that matters; what to do about it is `describeFix`. Adding a code without words does not compile.
 *
 * Longer than a file should be, because it is one exhaustive switch: splitting it would only hide a missing case.
 */
export function describeIssue(issue: Issue, document: ModelDocument, vocabulary: Vocabulary): string {
  const plain = vocabulary === 'plain';
  const call = (id: RecordId | null) => callRecord(document, id, vocabulary);
  const it = call(issue.at);
  const say = (field: string, words: string) => (plain ? words : field);
  switch (issue.code) {
    case 'unusable-name':
      return issue.name.trim() === ''
        ? say('A record has no name.', 'Something here has no name yet.')
        : `The name “${issue.name}” cannot be used: no dots, no double quotes, no spaces at its ends.`;
    case 'name-collision':
      return `There are two things called “${issue.name}”; give one of them another name.`;
    case 'label-collision':
      return say(
        `${it} and ${call(issue.otherId)} bear the same label, “${issue.label}”.`,
        `Two ${callTwo(document, issue.at)} are called “${issue.label}”: nobody can tell which one is meant.`,
      );
    case 'alias-collision':
      return `${it} has two inputs under the alias “${issue.alias}”.`;
    case 'dangling-reference':
      return say(
        `${it} refers to something that is not there (${issue.field}: ${call(issue.missing)}).`,
        `${it} uses something that is not there any more (${callField(issue.field)}).`,
      );
    case 'missing-grain':
      return say(
        `${it} has no grain: nothing says what one of its rows is.`,
        `Nothing says what one row of ${it} is: choose what it has one row per.`,
      );
    case 'relationship-without-cardinality':
      return say(
        `${it} has no cardinality.`,
        `Nothing says how many ${endsInWords(document, issue.at, vocabulary)} belong together.`,
      );
    case 'unequal-keys':
      return issue.fromCount === 0 && issue.toCount === 0
        ? say(`${it} relates no attributes.`, `${it} does not say which fields belong together.`)
        : say(
            `${it} relates ${issue.fromCount} attributes to ${issue.toCount}; there must be as many on each side.`,
            `${it} ties ${issue.fromCount} fields to ${issue.toCount}; there must be as many on each side.`,
          );
    case 'incompatible-keys':
      return `${it} compares ${call(issue.fromId)} (${typeWords(issue.fromType)}) with ${call(issue.toId)} (${typeWords(issue.toType)}); these never match.`;
    case 'one-end-not-unique': {
      const keys = issue.attributeIds.map(call).join(', ');
      const entity = call(issue.entityId);
      const grain = issue.grain.map(call).join(', ');
      return say(
        `${it}: its “one” end ${keys} is neither the whole grain of ${entity} (${grain}) nor declared unique.`,
        `${it}: several ${pluralOf(entity)} may have the same ${keys}, so this would count twice. One row of ${entity} is one ${grain}.`,
      );
    }
    case 'derivation-cycle':
      return say(
        `${circle(issue.around.map(call))}: what is derived from itself has no rows.`,
        `${circle(issue.around.map(call))}: these come from each other, so they come from nowhere.`,
      );
    case 'formula-cycle':
      return `${circle(issue.around.map(call))}: a metric computed from itself has no value.`;
    case 'driver-cycle':
      return `${it} closes a loop: ${circle(issue.around.map(call))}. What drives a metric cannot be driven by it.`;
    case 'expression-missing':
      return say(
        `${it} has no ${placeWords(issue.place, vocabulary)} yet.`,
        `${it} does not say ${placeWords(issue.place, vocabulary)} yet.`,
      );
    case 'expression-does-not-parse':
      return `${it}, ${inPlace(issue.place, vocabulary)}: ${describeSqlProblem(issue.problem)}`;
    case 'expression-unknown-name': {
      const written = issue.qualifier === null ? issue.name : `${issue.qualifier}.${issue.name}`;
      const meant = issue.nearest === null ? '' : ` Did you mean “${issue.nearest}”?`;
      if (plain && meant === '' && recordOf(document, 'attribute', issue.at) && issue.place.in === 'expression')
        return `${it} comes from “${issue.name}”, which is not there any more.`;
      return `${it}, ${inPlace(issue.place, vocabulary)}: there is no “${written}”.${meant}`;
    }
    case 'expression-wrong-type':
      return `${it}, ${inPlace(issue.place, vocabulary)}: it gives ${withArticle(issue.found)} where ${issue.wanted.map(withArticle).join(' or ')} is needed.`;
    case 'expression-not-computable':
      return `${it}, ${inPlace(issue.place, vocabulary)}: ${describeSqlProblem(issue.problem)}`;
    case 'aggregate-in-row-expression':
      return say(
        `${it}, ${inPlace(issue.place, vocabulary)}: ${issue.aggregate} aggregates rows, and this is computed row by row.`,
        `${it}, ${inPlace(issue.place, vocabulary)}: ${issue.aggregate} looks at many rows, and this looks at one.`,
      );
    case 'aggregate-missing':
      return say(
        `${it} is in a grouped entity and reads ${issue.column} without an aggregate; a group holds many values of it.`,
        `${it} must say which of many values of ${issue.column} it takes: the sum, the highest, how many?`,
      );
    case 'aggregate-in-group-key':
      return say(
        `${it} is grouped by and uses ${issue.aggregate}; a group key is read from one row.`,
        `${it} decides which rows belong together, so it cannot be ${issue.aggregate} of them.`,
      );
    case 'expectation-misplaced':
      return say(
        `${it}: the rule ${issue.rule} cannot be stated on ${issue.on === 'model' ? 'the model' : `a record of kind ${issue.on}`}.`,
        `${it}: this cannot be asked of ${issue.on === 'model' ? 'the whole model' : PLAIN_KINDS[issue.on]}.`,
      );
    case 'value-does-not-fit': {
      const said = typeof issue.value === 'string' ? `the text “${issue.value}”` : String(issue.value);
      return issue.type === 'json'
        ? `${it}: ${call(issue.onId)} holds documents, and ${said} cannot be compared with one.`
        : `${it}: ${said} is not ${EXPECTED[issue.type]}, which ${call(issue.onId)} is.`;
    }
    case 'nothing-between':
      return `${it}: nothing is at least ${issue.min} and at most ${issue.max}.`;
    case 'bounds-missing':
      return `${it} says neither “at least” nor “at most”.`;
    case 'pattern-of-no-text':
      return `${it}: ${call(issue.onId)} is ${withArticle(issue.type)}, and only text is written like “${issue.regex}”.`;
    case 'pattern-cannot-be-read':
      return `${it}: the pattern “${issue.regex}” cannot be read: ${describePatternProblem(issue.problem)}.`;
    case 'no-such-time-zone':
      return `${it}: there is no time zone “${issue.zone}”; expected ${TIME_ZONES_IN_WORDS}.`;
    case 'no-such-period':
      return `${it}: nothing is counted per “${issue.period}”; expected one of ${PERIODS.join(', ')}.`;
    case 'percentile-missing':
      return `${it} does not say which percentile it is.`;
    case 'metric-unfinished':
      return issue.part === 'window' ? `${it} does not say over how long.` : `${it} has no ${issue.part} yet.`;
    case 'metric-of-too-many-rows':
      return say(
        `${it} comes down to more than ${issue.max} measures under filters, dates or cuts of their own; lay the filters on its measures instead of on every formula on the way.`,
        `${it} would have to be worked out over more than ${issue.max} different sets of rows, because what it is computed from says “only …” again and again. Say it once, where something is counted.`,
      );
    case 'driver-unfinished':
      return `${it} has no ${issue.part} yet.`;
    case 'metric-without-time':
      return issue.partTimes.length > 1
        ? `${it} has no time of its own, and its parts have different ones: ${issue.partTimes.map(call).join(', ')}.`
        : say(`${it} has no time attribute.`, `${it} does not say by which date it is shown.`);
    case 'time-is-no-time':
      return `${it} is shown over ${call(issue.attributeId)}, which is ${withArticle(issue.type)} and has no days.`;
    case 'no-path':
      return say(
        `${it} ${needs(document, issue.place, vocabulary)}, but no path of many-to-one relationships leads from ${call(issue.fromId)} to ${call(issue.toId)}.`,
        `${it} ${needs(document, issue.place, vocabulary)}, but nothing connects ${call(issue.fromId)} with ${call(issue.toId)}.`,
      );
    case 'several-paths': {
      const ways = issue.paths.map((path) => pathWords(document, issue.fromId, path, vocabulary)).join('; ');
      const [from, to] = [call(issue.fromId), call(issue.toId)];
      const canSay = !['by', 'segment'].includes(issue.place.in);
      return `${it} ${needs(document, issue.place, vocabulary)}, ${say(
        `and ${issue.paths.length} paths lead from ${from} to ${to}: ${ways}. ${canSay ? 'Name the role.' : 'Only one may.'}`,
        `and there is more than one way from ${from} to ${to}: ${ways}. ${canSay ? 'Say which is meant.' : 'Only one may lead there.'}`,
      )}`;
    }
    case 'fan-out':
      return say(
        `${it} ${needs(document, issue.place, vocabulary)}: fan-out, one ${call(issue.turnsAt)} meets many rows on ${pathWords(document, issue.fromId, issue.path, vocabulary)}.`,
        issue.turnsAt === issue.toId
          ? `${it} takes what is said of ${call(issue.toId)}. This would count twice: one ${call(issue.toId)} belongs to many ${pluralOf(call(issue.fromId))}, and is counted with each of them.`
          : `${it} ${needs(document, issue.place, vocabulary)}. This would count twice: one ${call(issue.turnsAt)} has many rows on the way to ${call(issue.toId)}.`,
      );
    case 'chasm':
      return say(
        `${it} ${needs(document, issue.place, vocabulary)}: chasm, ${call(issue.fromId)} and ${call(issue.toId)} are two “many” branches of ${call(issue.turnsAt)}.`,
        `${it} ${needs(document, issue.place, vocabulary)}. This would count twice: one ${call(issue.turnsAt)} has many ${pluralOf(call(issue.fromId))} and many rows on the way to ${call(issue.toId)}.`,
      );
    case 'stock-summed-over-time':
      return say(
        `${it} sums the stock ${call(issue.measureId)} over time; take its last value per period, its average or its highest.`,
        `${it} adds up ${call(issue.measureId)} day after day, but that is a level: the same thing would count every day.`,
      );
    case 'unit-summed':
      return issue.at === issue.measureId
        ? say(
            `${it} is a sum, but its behaviour is unit, which never adds; say flow or stock, or take another aggregation.`,
            `${it} is a sum, but it is said that its values never add up. Say that they do, or take their average or highest.`,
          )
        : say(
            `${it} sums ${call(issue.measureId)} over time, whose behaviour is unit and never adds.`,
            `${it} adds up ${call(issue.measureId)} day after day, but it is said that its values never add up.`,
          );
    case 'unit-differs':
      return `${it} is said to be in ${issue.unit}, but “${issue.from.name}”, which it is made of, is in ${issue.from.unit}, and nothing converts it.`;
    case 'units-mixed':
      return `${it} puts together “${issue.left.name}” in ${issue.left.unit} and “${issue.right.name}” in ${issue.right.unit}; convert one of them first.`;
    case 'average-of-a-ratio':
      return say(
        `${it} averages the ratio ${issue.ratio}; divide the sums instead.`,
        `${it} is an average of ${issue.ratio}, which gives small and large rows the same weight. Divide the totals instead.`,
      );
    case 'ratio-at-different-times':
      return say(
        `${it} divides metrics at different time attributes: ${call(issue.numeratorTimeId)} and ${call(issue.denominatorTimeId)}.`,
        `${it} divides numbers of different days: one is shown by ${call(issue.numeratorTimeId)}, the other by ${call(issue.denominatorTimeId)}.`,
      );
    case 'definition-conflict': {
      const owner = issue.ownerKey === null ? '' : `, owned by ${issue.ownerKey}`;
      const others = issue.more === 0 ? joinWords(issue.also) : `${issue.also.join(', ')} and ${issue.more} more`;
      const also = others === '' ? '' : `; so ${issue.also.length + issue.more === 1 ? 'has' : 'have'} ${others}`;
      return `${issue.product} has a metric “${issue.name}” with another formula${owner}${also}.`;
    }
    case 'personal-data-without-purpose':
      return `${it} is personal data, and this product states no decision it is needed for.`;
    case 'use-case-without-owner':
      return 'Nobody owns this use case: neither it nor its product names a team.';
    default:
      return unreachable(issue);
  }
}

/** What a fix would do, as a button says it. */
export function describeFix({ does }: Fix, document: ModelDocument, vocabulary: Vocabulary): string {
  const call = (id: RecordId) => callRecord(document, id, vocabulary);
  const plain = vocabulary === 'plain';
  switch (does.verb) {
    case 'write-instead':
      return `Write “${does.written}” instead`;
    case 'wish-for':
      return plain ? 'Ask for it again' : `Leave ${call(does.attributeId)} unbound, as a wish`;
    case 'set-grain': {
      const keys = does.attributeIds.map(call).join(', ');
      return plain ? `One row per ${keys}` : `Use ${keys} as the grain`;
    }
    case 'set-cardinality':
      return plain ? `Say ${PLAIN_CARDINALITIES[does.cardinality]}` : `Make it ${does.cardinality}`;
    case 'set-label':
      return plain ? `Call this one “${does.label}”` : `Label it “${does.label}”`;
    case 'set-type':
      return plain ? `Make it ${withArticle(does.type)}` : `Set the type to ${does.type}`;
    case 'set-unit':
      return `Say ${does.unit} here too`;
    case 'set-time':
      return `Show it by ${call(does.attributeId)}`;
    case 'leave-out-slice':
      return `Do not cut it by ${call(does.attributeId)}`;
    default:
      return unreachable(does);
  }
}

function callTwo(document: ModelDocument, id: RecordId | null): string {
  const attribute = recordOf(document, 'attribute', id);
  if (attribute !== null) return `fields of ${labelOfRecord(document, attribute.entityId)}`;
  return recordOf(document, 'metric', id) === null ? 'entities' : 'metrics';
}

function callField(field: string): string {
  return PLAIN_FIELDS[field] ?? field;
}

const PLAIN_FIELDS: { readonly [field: string]: string } = {
  grain: 'what it has one row per',
  groupBy: 'what it puts rows together by',
  derivation: 'where it comes from',
  attributes: 'fields',
  segments: 'only …',
  slices: 'cuts',
  on: 'what it is about',
};

const PLAIN_KINDS = {
  entity: 'a thing as a whole',
  attribute: 'a field',
  relationship: 'a connection',
  segment: 'a selection',
  measure: 'a measure',
  metric: 'a metric',
  driver: 'a driver',
  expectation: 'another need',
};

const PLAIN_CARDINALITIES: Record<Cardinality, string> = {
  'many-to-one': 'many of the first belong to one of the second',
  'one-to-many': 'one of the first has many of the second',
  'one-to-one': 'one of the first belongs to one of the second',
};

function endsInWords(document: ModelDocument, id: RecordId | null, vocabulary: Vocabulary): string {
  const relationship = recordOf(document, 'relationship', id);
  if (relationship === null) return callRecord(document, id, vocabulary);
  const ends = [relationship.from, relationship.to].map((end) => callRecord(document, end.entityId, vocabulary));
  return ends.map(pluralOf).join(' and ');
}

function circle(names: string[]): string {
  return [...names, ...names.slice(0, 1)].join(' → ');
}

function placeWords(place: ExpressionPlace, vocabulary: Vocabulary): string {
  if (place.in === 'on')
    return vocabulary === 'plain' ? `how input ${place.join + 2} is found` : `condition of join ${place.join + 1}`;
  return vocabulary === 'plain' ? PLAIN_PLACES[place.in] : place.in;
}

function inPlace(place: ExpressionPlace, vocabulary: Vocabulary): string {
  return vocabulary === 'plain' ? placeWords(place, vocabulary) : `in its ${placeWords(place, vocabulary)}`;
}

const PLAIN_PLACES: Record<Exclude<ExpressionPlace['in'], 'on'>, string> = {
  expression: 'what it is computed from',
  filter: 'which rows count',
  where: 'which rows it takes',
  formula: 'how it is worked out',
  condition: 'what must hold',
  when: 'when it must hold',
};

function needs(document: ModelDocument, place: ReachPlace, vocabulary: Vocabulary): string {
  const call = (id: RecordId) => callRecord(document, id, vocabulary);
  switch (place.in) {
    case 'time':
      return `is shown by ${call(place.attributeId)}`;
    case 'slice':
    case 'by':
      return vocabulary === 'plain'
        ? `is cut by ${call(place.attributeId)}`
        : `is sliced by ${call(place.attributeId)}`;
    case 'segment':
      return vocabulary === 'plain'
        ? `counts only ${midSentence(call(place.segmentId))}`
        : `is filtered by the segment ${call(place.segmentId)}`;
    default:
      return vocabulary === 'plain'
        ? 'looks at something else'
        : `reaches another entity in its ${placeWords(place, vocabulary)}`;
  }
}

/** `item → order → customer`, with the role where there is one, since paths may differ in nothing else. */
function pathWords(document: ModelDocument, fromId: RecordId, path: ReferencePath, vocabulary: Vocabulary): string {
  const stops = path.map((step) => {
    const role = recordOf(document, 'relationship', step.relationshipId);
    const by = role?.role ?? role?.name;
    const end = endsOfStep(document, step)?.toId ?? null;
    return `${callRecord(document, end, vocabulary)}${by === undefined ? '' : ` (${by})`}`;
  });
  return [callRecord(document, fromId, vocabulary), ...stops].join(' → ');
}

function describePatternProblem(problem: PatternProblem): string {
  switch (problem.code) {
    case 'open':
      return `a “${problem.bracket}” is never closed`;
    case 'not-opened':
      return 'a “)” closes nothing';
    case 'nothing-to-repeat':
      return `a “${problem.sign}” has nothing before it to repeat`;
    case 'ends-in-backslash':
      return 'it ends in a backslash';
    default:
      return unreachable(problem);
  }
}

/** What has to be written for a value of each type. */
const EXPECTED: Record<Exclude<AttributeType, 'json'>, string> = {
  string: 'text',
  integer: 'a whole number',
  decimal: 'a number',
  boolean: 'true or false',
  date: 'a date like 2026-01-31',
  time: 'a time of day like 06:30',
  timestamp: 'a point in time like 2026-01-31 06:30',
};

const TYPES: Record<SqlType, string> = {
  string: 'text',
  integer: 'whole number',
  decimal: 'number',
  boolean: 'yes or no',
  date: 'date',
  time: 'time of day',
  timestamp: 'point in time',
  json: 'document',
  interval: 'span of time',
  unknown: 'something unknown',
};

function typeWords(type: SqlType): string {
  return TYPES[type];
}

function withArticle(type: SqlType): string {
  return type === 'string' || type === 'boolean' || type === 'unknown' ? TYPES[type] : `a ${TYPES[type]}`;
}
