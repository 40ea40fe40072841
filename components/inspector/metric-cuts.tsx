'use client';

import { X } from 'lucide-react';
import { useCallback } from 'react';
import { reachableTimes } from '@/components/canvas/reachable-times';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { useLabel } from '@/components/editor/use-record';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { timeOfMetric } from '@/lib/model/metric-time';
import type { MetricRecord, RecordId } from '@/lib/model/records';
import { measuredEntities } from '@/lib/model/scope';
import { callAttribute } from '@/lib/model/words-for';
import { cutsFor } from './cuts-for';
import { InspectorSection } from './inspector-section';
import { useSetFields } from './use-set-fields';

const INHERITED = '(inherited)';
const selectDocument = (state: EditorState) => state.document;

/** Which rows count, by which date it is shown, and what it may be cut by. */
export function MetricCuts({ metric }: { metric: MetricRecord }) {
  const editor = useEditor();
  const document = useEditorValue(selectDocument);
  const set = useSetFields();
  const [home] = measuredEntities(document, metric.id);
  const times = home === undefined ? [] : reachableTimes(document, home);
  const inherited = timeOfMetric(document, { ...metric, timeAttributeId: null }).attributeId;
  const { segments, slices } = cutsFor(document, metric);
  const isDisabled = !editor.canEdit;
  const chooseTime = (value: string) =>
    set('metric', metric.id, 'Change the date', { timeAttributeId: value === INHERITED ? null : value });
  return (
    <InspectorSection title="Cut and shown by">
      <div className="space-y-2.5">
        <Field label="By which date">
          <Select
            value={metric.timeAttributeId ?? (inherited === null ? null : INHERITED)}
            onChange={chooseTime}
            isDisabled={isDisabled}
            placeholder="choose a date…"
            options={[
              ...(inherited === null
                ? []
                : [{ value: INHERITED, label: `${callAttribute(document, inherited, home ?? null)}, as its parts` }]),
              ...times.map(({ id, words }) => ({ value: id, label: words })),
            ]}
          />
        </Field>
        <Chips
          title="Only"
          empty="everything counts"
          placeholder="only…"
          ids={metric.segmentIds}
          options={segments}
          isDisabled={isDisabled}
          onChange={(segmentIds) => set('metric', metric.id, 'Change which rows count', { segmentIds })}
        />
        <Chips
          title="May be cut by"
          empty="nothing yet"
          placeholder="and by…"
          ids={metric.sliceIds}
          options={slices}
          isDisabled={isDisabled}
          onChange={(sliceIds) => set('metric', metric.id, 'Change what it is cut by', { sliceIds })}
        />
      </div>
    </InspectorSection>
  );
}

type ChipsProps = {
  title: string;
  empty: string;
  placeholder: string;
  ids: readonly RecordId[];
  options: readonly { value: RecordId; label: string; hint?: string }[];
  isDisabled: boolean;
  onChange: (ids: RecordId[]) => void;
};

function Chips({ title, empty, placeholder, ids, options, isDisabled, onChange }: ChipsProps) {
  const rest = options.filter(({ value }) => !ids.includes(value));
  const drop = useCallback((id: RecordId) => onChange(ids.filter((other) => other !== id)), [ids, onChange]);
  return (
    <div>
      <p className="mb-1 font-medium text-fg-2 text-xs">{title}</p>
      <div className="flex flex-wrap items-center gap-1.5">
        {ids.length === 0 && <span className="text-fg-3 text-sm">{empty}</span>}
        {ids.map((id) => (
          <Chip key={id} id={id} {...(isDisabled ? {} : { onRemove: () => drop(id) })} />
        ))}
        {!isDisabled && rest.length > 0 && (
          <Select
            label={`${title}: add`}
            value={null}
            placeholder={placeholder}
            look="bare"
            onChange={(id) => onChange([...ids, id])}
            options={rest}
            className="w-auto"
          />
        )}
      </div>
    </div>
  );
}

function Chip({ id, onRemove }: { id: RecordId; onRemove?: () => void }) {
  const label = useLabel(id);
  return (
    <span className="inline-flex h-6 items-center gap-1 rounded-md border bg-surface pr-1 pl-2 text-sm">
      {label}
      {onRemove && (
        <button
          type="button"
          aria-label={`Take ${label} out`}
          onClick={onRemove}
          className="rounded-xs text-fg-3 hover:text-fg"
        >
          <X className="size-3" aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
