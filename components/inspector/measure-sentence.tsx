'use client';

import {
  aggregationsAmong,
  aggregationsFor,
  aggregationWords,
  fieldToAggregate,
} from '@/components/canvas/aggregation-words';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { useRecord } from '@/components/editor/use-record';
import { addMeasure } from '@/lib/model/edits/add-measure';
import { setFields } from '@/lib/model/edits/set-fields';
import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type {
  Aggregation,
  AttributeRecord,
  MeasureRecord,
  MetricFormula,
  MetricRecord,
  ModelDocument,
  RecordId,
} from '@/lib/model/records';
import { pluralOf } from '@/lib/model/words-for';
import { quoteName } from '@/lib/sql/quote-name';
import { CumulativeSpan } from './cumulative-span';
import { InlineChoice } from './inline-choice';
import { setMeasureOf } from './set-measure-of';

type Formula = Extract<MetricFormula, { kind: 'simple' | 'cumulative' }>;
type Props = { metric: MetricRecord; formula: Formula };

const ROWS = '(rows)';
const WRITTEN = '(written)';
/** A text that is no expression yet: the field below says what is missing. */
const START = '';
const selectDocument = (state: EditorState) => state.document;

/** "the sum of price over Items": what is aggregated, and how. */
export function MeasureSentence({ metric, formula }: Props) {
  const editor = useEditor();
  const document = useEditorValue(selectDocument);
  const measure = useRecord('measure', formula.measureId);
  if (!measure) return <StartMeasure metric={metric} />;

  const fields = attributesIn(document, measure.entityId);
  const field = fields.find((candidate) => measure.expression === quoteName(candidate.name)) ?? null;
  const isWritten = measure.expression !== null && field === null;
  const isDisabled = !editor.canEdit;
  const set = (changes: Partial<Pick<MeasureRecord, 'aggregation' | 'expression' | 'percentile'>>) =>
    editor.edit('Change what is measured', (model) => setMeasureOf(model, metric.id, changes));
  const chooseField = (value: string) => {
    if (value === WRITTEN) {
      if (!isWritten) set({ aggregation: 'sum', expression: START });
      return;
    }
    const next = value === ROWS ? null : (recordOf(document, 'attribute', value) ?? null);
    const choices = aggregationsFor(next);
    const aggregation = choices.includes(measure.aggregation) ? measure.aggregation : (choices[0] ?? 'count');
    set({ aggregation, expression: next === null ? null : quoteName(next.name) });
  };
  const chooseAggregation = (aggregation: Aggregation) => {
    const percentile = aggregation === 'percentile' ? (measure.percentile ?? 0.9) : null;
    const next = isWritten ? null : fieldToAggregate(aggregation, field, fields);
    const isSame = isWritten || next === field;
    set({ aggregation, percentile, ...(isSame ? {} : { expression: next === null ? null : quoteName(next.name) }) });
  };
  const rows = pluralOf(labelOfRecord(document, measure.entityId));
  return (
    <>
      It is
      <InlineChoice
        label="How it is added up"
        value={measure.aggregation}
        onChange={chooseAggregation}
        options={aggregationOptions(measure, { field, fields, isWritten })}
        isDisabled={isDisabled}
      />
      of
      <InlineChoice
        label="Of what"
        value={field?.id ?? (isWritten ? WRITTEN : ROWS)}
        onChange={chooseField}
        options={[
          { value: WRITTEN, label: isWritten ? 'a value worked out below' : 'a value worked out…' },
          { value: ROWS, label: rows },
          ...fields.map(({ id }) => ({ value: id, label: labelOfRecord(document, id) })),
        ]}
        isDisabled={isDisabled}
      />
      {(field !== null || isWritten) && <>over {rows}</>}
      {formula.kind === 'cumulative' && <CumulativeSpan metric={metric} formula={formula} />}.
    </>
  );
}

type Measured = { field: AttributeRecord | null; fields: readonly AttributeRecord[]; isWritten: boolean };

function aggregationOptions(measure: MeasureRecord, { field, fields, isWritten }: Measured) {
  const fitting = isWritten
    ? (['sum', 'average', 'median', 'percentile', 'min', 'max', 'count', 'count-distinct'] as const)
    : aggregationsAmong(field, fields);
  const all = fitting.includes(measure.aggregation) ? fitting : [measure.aggregation, ...fitting];
  return all.map((value) => ({ value, label: aggregationWords(value, field) }));
}

/** While nothing is measured yet: which things it is about. */
function StartMeasure({ metric }: { metric: MetricRecord }) {
  const editor = useEditor();
  const document = useEditorValue(selectDocument);
  const start = (entityId: RecordId) =>
    editor.edit('Choose what is measured', (model) => withCount(model, metric, entityId));
  return (
    <>
      It is about
      <InlineChoice
        label="About what"
        value={null}
        onChange={start}
        options={indexModel(document).byKind.entity.map(({ id }) => ({
          value: id,
          label: pluralOf(labelOfRecord(document, id)),
        }))}
        isDisabled={!editor.canEdit}
      />
    </>
  );
}

function withCount(document: ModelDocument, metric: MetricRecord, entityId: RecordId): ModelDocument {
  const id = newRecordId();
  const measured = addMeasure(document, { id, entityId, aggregation: 'count', name: `${metric.name}_rows` });
  const formula: MetricFormula =
    metric.formula.kind === 'cumulative' ? { ...metric.formula, measureId: id } : { kind: 'simple', measureId: id };
  return setFields(measured, { kind: 'metric', id: metric.id, fields: { formula } });
}
