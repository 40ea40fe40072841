import { conjunctsOf } from '@/lib/sql/rewrite';
import { ownMeasureOf } from './base-measures';
import { describeCondition, printWith } from './condition-words';
import { parsedAt } from './expressions';
import { timeOfMetric } from './metric-time';
import { recordOf } from './model-index';
import { findByName, labelOfRecord } from './names';
import type {
  AttributeRecord,
  ChangeOffset,
  MeasureRecord,
  MetricFormula,
  MetricRecord,
  ModelDocument,
  RecordId,
} from './records';
import { resolveName } from './references';
import { callAttribute, callsOver, midSentence, pluralOf, timesOver } from './words-for';

/**
 * A metric as one sentence an analyst can check: "Revenue is the sum of amount over Orders that are delivered, by order
 * date". Generated from the document, so it never says something else than what is computed.
 */
export function describeMetric(document: ModelDocument, metricId: RecordId): string {
  const metric = recordOf(document, 'metric', metricId);
  if (metric === null) return 'This metric is gone.';
  const what = describeFormula(document, metric);
  if (what === null) return `${labelOfRecord(document, metricId)} is not finished yet.`;
  const only = onTop(document, metric);
  const filtered = only.length === 0 ? '' : `, only ${only.join(' and ')}`;
  return `${labelOfRecord(document, metricId)} is ${what}${filtered}${byTime(document, metric)}.`;
}

/** A measure without the metric around it: "the sum of price over Items". */
export function describeMeasure(
  document: ModelDocument,
  measure: MeasureRecord,
  segmentIds: readonly RecordId[] = [],
): string {
  const over = `${pluralOf(labelOfRecord(document, measure.entityId))}`;
  const value = describeValue(document, measure);
  const { traits, conditions } = filterOf(document, measure);
  const segments = [...measure.segmentIds, ...segmentIds].map((id) => midSentence(labelOfRecord(document, id)));
  const are = [...segments, ...traits].map((trait) => `are ${trait}`);
  const that = are.length === 0 ? '' : ` that ${are.join(' and ')}`;
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  return `${aggregated(measure, { value, over, field: fieldOf(document, measure) })}${that}${where}`;
}

/** The flags a measure's filter asks for ("late") apart from its other conditions: "Orders that are late where …". */
function filterOf(document: ModelDocument, measure: MeasureRecord): { traits: string[]; conditions: string[] } {
  const filter = parsedAt(measure, { in: 'filter' });
  const calls = callsOver(document, measure.entityId);
  const traits: string[] = [];
  const conditions: string[] = [];
  for (const condition of filter === null ? [] : conjunctsOf(filter)) {
    const trait =
      condition.kind === 'column' ? /^(?:is )?(?!(?:has|was|can|did) )(.+)$/.exec(calls(condition))?.[1] : undefined;
    if (trait === undefined)
      conditions.push(describeCondition(condition, calls, timesOver(document, measure.entityId)));
    else traits.push(trait);
  }
  return { traits, conditions };
}

/** The field of its own entity a measure is plainly of. */
function fieldOf(document: ModelDocument, measure: MeasureRecord): AttributeRecord | null {
  const tree = parsedAt(measure, { in: 'expression' });
  const found = tree?.kind === 'column' ? resolveName(document, measure.entityId, tree) : null;
  const field = found?.ok === true ? recordOf(document, 'attribute', found.value.attributeId) : null;
  return field?.entityId === measure.entityId ? field : null;
}

type Aggregated = { value: string; over: string; field: AttributeRecord | null };

function aggregated(measure: MeasureRecord, { value, over, field }: Aggregated): string {
  // A date is the earliest or the latest, never the lowest.
  const isOfTime = field?.role === 'time';
  switch (measure.aggregation) {
    case 'sum':
      return `the sum of ${value} over ${over}`;
    case 'count':
      return measure.expression === null ? `the number of ${over}` : `the number of ${over} with a known ${value}`;
    case 'count-distinct':
      return `the number of different ${field === null ? `values of ${value}` : pluralOf(value)} over ${over}`;
    case 'average':
      return `the average ${value} over ${over}`;
    case 'min':
      return `the ${isOfTime ? 'earliest' : 'lowest'} ${value} over ${over}`;
    case 'max':
      return `the ${isOfTime ? 'latest' : 'highest'} ${value} over ${over}`;
    case 'median':
      return `the median ${value} over ${over}`;
    case 'percentile':
      return `the ${describePercentile(measure.percentile)} percentile of ${value} over ${over}`;
  }
}

function describePercentile(share: number | null): string {
  if (share === null) return 'not yet chosen';
  const percent = Math.round(share * 10_000) / 100;
  const isTeen = Math.floor(percent / 10) % 10 === 1;
  const ending = isTeen || !Number.isInteger(percent) ? 'th' : (['th', 'st', 'nd', 'rd'][percent % 10] ?? 'th');
  return `${percent}${ending}`;
}

function describeValue(document: ModelDocument, measure: MeasureRecord): string {
  const tree = parsedAt(measure, { in: 'expression' });
  if (tree !== null) return printWith(tree, callsOver(document, measure.entityId));
  return measure.expression ?? 'something not chosen yet';
}

function describeFormula(document: ModelDocument, metric: MetricRecord): string | null {
  const { formula } = metric;
  const call = (id: RecordId | null) =>
    recordOf(document, 'metric', id) ? midSentence(labelOfRecord(document, id)) : null;
  switch (formula.kind) {
    case 'simple':
    case 'cumulative': {
      const measure = ownMeasureOf(document, metric);
      if (measure === null) return null;
      const span = formula.kind === 'cumulative' ? describeSpan(formula) : '';
      return span === null ? null : `${describeMeasure(document, measure, metric.segmentIds)}${span}`;
    }
    case 'ratio': {
      const [numerator, denominator] = [call(formula.numeratorId), call(formula.denominatorId)];
      return numerator === null || denominator === null ? null : `${numerator} divided by ${denominator}`;
    }
    case 'change': {
      const of = call(formula.metricId);
      return of === null ? null : `the change of ${of} against ${describeOffset(formula.offset)} before`;
    }
    case 'derived': {
      const tree = parsedAt(metric, { in: 'formula' });
      if (tree === null) return null;
      const calls = printWith(tree, ({ name }) => call(findByName(document, 'metric', name)?.id ?? null) ?? name);
      return `worked out as ${calls.replaceAll(' * ', ' × ').replaceAll(' - ', ' − ').replaceAll(' / ', ' ÷ ')}`;
    }
  }
}

function describeSpan({ window, toDate }: Extract<MetricFormula, { kind: 'cumulative' }>): string | null {
  if (toDate !== null) return `, since the start of the ${toDate}`;
  if (window === null) return null;
  if ('all' in window) return ', since the beginning';
  return 'days' in window
    ? `, over the last ${count(window.days, 'day')}`
    : `, over the last ${count(window.months, 'month')}`;
}

function describeOffset(offset: ChangeOffset): string {
  if ('days' in offset) return count(offset.days, 'day');
  return 'months' in offset ? count(offset.months, 'month') : count(offset.years, 'year');
}

function count(number: number, unit: string): string {
  return number === 1 ? `a ${unit}` : `${number} ${unit}s`;
}

/** What the metric narrows beyond its measure; the segments of a simple one are part of "Orders that are delivered". */
function onTop(document: ModelDocument, metric: MetricRecord): string[] {
  const measure = ownMeasureOf(document, metric);
  const filter = parsedAt(metric, { in: 'filter' });
  const calls = measure === null ? ({ name }: { name: string }) => name : callsOver(document, measure.entityId);
  const isTime = measure === null ? undefined : timesOver(document, measure.entityId);
  const segments = measure === null ? metric.segmentIds.map((id) => midSentence(labelOfRecord(document, id))) : [];
  return [...segments, ...(filter === null ? [] : [`where ${describeCondition(filter, calls, isTime)}`])];
}

function byTime(document: ModelDocument, metric: MetricRecord): string {
  const { attributeId, role } = timeOfMetric(document, metric);
  if (attributeId === null) return '';
  const aboutId = ownMeasureOf(document, metric)?.entityId ?? recordOf(document, 'attribute', attributeId)?.entityId;
  return `, by ${callAttribute(document, attributeId, aboutId ?? null, role)}`;
}
