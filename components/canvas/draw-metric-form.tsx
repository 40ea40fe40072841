'use client';

import { Gauge } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import { obviousTime } from '@/lib/model/obvious-time';
import type { Aggregation } from '@/lib/model/records';
import { pluralOf } from '@/lib/model/words-for';
import { aggregationsAmong, aggregationsFor, aggregationWords, fieldToAggregate } from './aggregation-words';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { Drawing } from './canvas-view';
import { ConditionFields } from './condition-fields';
import { reachableTimes } from './reachable-times';
import { type Only, tryMetric } from './try-metric';

const ROWS = 'rows';
const EVERYTHING = 'everything';
const CONDITION = 'condition';
const NO_TIME = 'none';
const selectDocument = (state: EditorState) => state.document;

export function DrawMetricForm({ drawing, onClose }: { drawing: Drawing; onClose: () => void }) {
  const verbs = useCanvasVerbs();
  const document = useEditorValue(selectDocument);
  const { entityId } = drawing;
  const fields = attributesIn(document, entityId);
  // Of a flag people want to know how many rows it is true of.
  const flag = recordOf(document, 'attribute', drawing.attributeId);
  const isOfFlag = flag?.role === 'flag';
  const [fieldId, setFieldId] = useState(isOfFlag ? null : drawing.attributeId);
  const field = recordOf(document, 'attribute', fieldId);
  const [aggregation, setAggregation] = useState<Aggregation>(aggregationsFor(field)[0] ?? 'count');
  const [only, setOnly] = useState<Only>(
    isOfFlag ? { kind: 'condition', fieldId: flag.id, test: 'yes', value: '' } : { kind: 'everything' },
  );
  const times = reachableTimes(document, entityId);
  // Whoever reads nothing gets a number that can be sent: the sentence says by which date, and the choice is below it.
  const [timeId, setTimeId] = useState(() => obviousTime(document, entityId) ?? times[0]?.id ?? null);
  const [name, setName] = useState('');

  const rows = pluralOf(labelOfRecord(document, entityId));
  const segments = indexModel(document).byKind.segment.filter((segment) => segment.entityId === entityId);
  const draft = tryMetric(
    document,
    { entityId, attributeId: fieldId, aggregation, timeAttributeId: timeId },
    only,
    name,
  );

  const chooseField = (value: string) => {
    const next = value === ROWS ? null : value;
    setFieldId(next);
    const choices = aggregationsFor(recordOf(document, 'attribute', next));
    if (!choices.includes(aggregation)) setAggregation(choices[0] ?? 'count');
  };
  const chooseAggregation = (value: Aggregation) => {
    setAggregation(value);
    setFieldId(fieldToAggregate(value, field, fields)?.id ?? null);
  };
  const chooseOnly = (value: string) => {
    if (value === EVERYTHING) setOnly({ kind: 'everything' });
    else if (value === CONDITION) {
      const first = fields.find(({ role }) => role === 'category') ?? fields[0];
      if (first)
        setOnly({ kind: 'condition', fieldId: first.id, test: first.role === 'flag' ? 'yes' : 'is', value: '' });
    } else setOnly({ kind: 'segment', segmentId: value });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft === null) return;
    onClose();
    verbs.addDrawnMetric(draft.document, draft.metricId, entityId, drawing.dropAt);
  };

  return (
    <form onSubmit={submit}>
      <div className="border-b bg-surface-2 px-3.5 py-3">
        <p className="flex items-center gap-1.5 font-medium text-fg-2 text-xs">
          <Gauge className="size-3.5 text-accent-text" strokeWidth={1.85} aria-hidden="true" />
          Draw a metric
        </p>
        <p className="mt-1 min-h-[40px] text-base" aria-live="polite">
          {draft?.sentence ?? 'Say what the condition is.'}
        </p>
      </div>
      <div className="space-y-2.5 p-3.5">
        <div className="grid grid-cols-2 gap-2">
          <Field label="What">
            <Select
              value={aggregation}
              onChange={chooseAggregation}
              options={aggregationsAmong(field, fields).map((value) => ({
                value,
                label: aggregationWords(value, field),
              }))}
            />
          </Field>
          <Field label="Of">
            <Select
              value={fieldId ?? ROWS}
              onChange={chooseField}
              options={[
                { value: ROWS, label: rows },
                ...fields.map(({ id }) => ({ value: id, label: labelOfRecord(document, id) })),
              ]}
            />
          </Field>
        </div>
        <Field label="Only">
          <Select
            value={only.kind === 'segment' ? only.segmentId : only.kind}
            onChange={chooseOnly}
            options={[
              { value: EVERYTHING, label: `all ${rows}` },
              ...segments.map(({ id }) => ({ value: id, label: `only ${labelOfRecord(document, id)}` })),
              { value: CONDITION, label: 'where…' },
            ]}
          />
        </Field>
        {only.kind === 'condition' && <ConditionFields fields={fields} only={only} onChange={setOnly} />}
        <Field label="By which date" hint={times.length === 0 ? `${rows} have no date to show it by.` : undefined}>
          <Select
            value={timeId ?? NO_TIME}
            onChange={(value) => setTimeId(value === NO_TIME ? null : value)}
            options={[
              ...times.map(({ id, words }) => ({ value: id, label: words })),
              { value: NO_TIME, label: 'not chosen yet' },
            ]}
          />
        </Field>
        <Field label="Name">
          <Input
            value={name}
            onChange={(event) => setName(event.target.value)}
            placeholder={draft?.label ?? 'A name people use'}
          />
        </Field>
        <div className="flex justify-end gap-2 pt-1">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" disabled={draft === null}>
            Draw it
          </Button>
        </div>
      </div>
    </form>
  );
}
