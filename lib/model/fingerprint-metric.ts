import { fingerprint } from '@/lib/base/fingerprint';
import { printPredicate } from '@/lib/sql/predicate';
import { printExpression } from '@/lib/sql/print';
import { andOf, mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { parsedAt } from './expressions';
import { foldMetric } from './fold-metric';
import { indexModel, recordOf } from './model-index';
import { nameOfRecord } from './names';
import type { MeasureRecord, MetricRecord, ModelDocument, RecordId } from './records';
import { resolveName } from './references';

/**
 * What a metric computes, as one text for telling definitions apart: its formula down to the measures, with every filter
 * on the way, names written out as `entity.attribute` and conditions in one order. What it is called, how it is cut, over
 * which time it is shown and who owns it are no part of that. Equal fingerprints mean one definition under these
 * spellings; different ones may still happen to compute the same.
 */
export function fingerprintMetric(document: ModelDocument, metricId: RecordId): string {
  const metric = recordOf(document, 'metric', metricId);
  const known = fingerprints.get(document) ?? new Map<RecordId, string>();
  fingerprints.set(document, known);
  const found = metric && foldMetric(document, metric, known, (one, partOf) => fingerprintOf(document, one, partOf));
  return found ?? NOTHING;
}

/** A document never changes. */
const fingerprints = new WeakMap<ModelDocument, Map<RecordId, string>>();
const NOTHING = fingerprint(null);

type Definition = { [fact: string]: unknown };

function fingerprintOf(
  document: ModelDocument,
  metric: MetricRecord,
  partOf: (id: RecordId | null) => string | undefined,
): string {
  return fingerprint(definitionOf(document, metric, (id) => partOf(id) ?? NOTHING));
}

function definitionOf(
  document: ModelDocument,
  metric: MetricRecord,
  part: (id: RecordId | null) => string,
): Definition {
  const { formula } = metric;
  const measure = (id: RecordId | null) => definitionOfMeasure(document, recordOf(document, 'measure', id), metric);
  switch (formula.kind) {
    case 'simple':
      return { kind: 'simple', measure: measure(formula.measureId) };
    case 'cumulative':
      return {
        kind: 'cumulative',
        measure: measure(formula.measureId),
        window: formula.window,
        toDate: formula.toDate,
      };
    case 'ratio':
      return {
        kind: 'ratio',
        parts: [part(formula.numeratorId), part(formula.denominatorId)],
        ...onTop(document, metric),
      };
    case 'change':
      return { kind: 'change', of: part(formula.metricId), offset: formula.offset, ...onTop(document, metric) };
    case 'derived': {
      const tree = parsedAt(metric, { in: 'formula' });
      if (tree === null) return { kind: 'derived', text: formula.formula.trim() };
      const named = mapColumns(tree, (column) => {
        const named = indexModel(document).metricByName.get(column.name);
        return named && { kind: 'column', qualifier: null, name: part(named.id) };
      });
      return { kind: 'derived', formula: printExpression(named), ...onTop(document, metric) };
    }
  }
}

/** The filters a metric made of metrics lays on all of its parts. */
function onTop(document: ModelDocument, metric: MetricRecord): { rows: string | null } {
  return { rows: printPredicate(andOf(filtersOfMetric(document, metric, null))) };
}

function definitionOfMeasure(
  document: ModelDocument,
  measure: MeasureRecord | null,
  metric: MetricRecord,
): Definition | null {
  if (measure === null) return null;
  const expression = parsedAt(measure, { in: 'expression' });
  const filter = parsedAt(measure, { in: 'filter' });
  const filters = [
    ...(filter === null ? [] : [writtenOut(document, measure.entityId, filter)]),
    ...filtersOfSegments(document, measure.segmentIds),
    ...filtersOfMetric(document, metric, measure.entityId),
  ];
  return {
    of: nameOfRecord(document, measure.entityId),
    aggregation: measure.aggregation,
    percentile: measure.percentile,
    expression: expression && printExpression(writtenOut(document, measure.entityId, expression)),
    rows: printPredicate(andOf(filters)),
  };
}

function filtersOfMetric(document: ModelDocument, metric: MetricRecord, entityId: RecordId | null): Expression[] {
  const filter = parsedAt(metric, { in: 'filter' });
  const written = filter && (entityId === null ? filter : writtenOut(document, entityId, filter));
  return [...(written === null ? [] : [written]), ...filtersOfSegments(document, metric.segmentIds)];
}

function filtersOfSegments(document: ModelDocument, segmentIds: readonly RecordId[]): Expression[] {
  return segmentIds.flatMap((id) => {
    const segment = recordOf(document, 'segment', id);
    const filter = segment && parsedAt(segment, { in: 'filter' });
    return segment && filter ? [writtenOut(document, segment.entityId, filter)] : [];
  });
}

/** Names as `entity.attribute`, roles kept: two roles of one entity are two things. */
function writtenOut(document: ModelDocument, entityId: RecordId, tree: Expression): Expression {
  return mapColumns(tree, (column) => {
    if (column.qualifier !== null) return undefined;
    const found = resolveName(document, entityId, column);
    if (!found.ok) return undefined;
    return { kind: 'column', qualifier: nameOfRecord(document, entityId), name: column.name };
  });
}
