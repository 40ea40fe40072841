'use client';

import { reachableTimes } from '@/components/canvas/reachable-times';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { cutKey, sliceFields, slicesOf, timeCutOf, timeFields } from '@/lib/model/cuts';
import { timeOfMetric } from '@/lib/model/metric-time';
import { labelOfRecord } from '@/lib/model/names';
import type { MetricRecord } from '@/lib/model/records';
import { measuredEntities } from '@/lib/model/scope';
import { callAttribute } from '@/lib/model/words-for';
import { Chip } from './chip';
import { cutsFor } from './cuts-for';
import { InspectorSection } from './inspector-section';
import { roleCutsFor } from './role-cuts-for';
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
  const inherited = timeOfMetric(document, { ...metric, timeAttributeId: null });
  const { segments, slices } = cutsFor(document, metric);
  const inRoles = roleCutsFor(document, metric);
  const time = timeCutOf(metric);
  const isDisabled = !editor.canEdit;
  const chooseTime = (value: string) => {
    const cut = inRoles.times.find((one) => one.value === value)?.cut;
    const plain = value === INHERITED ? null : { attributeId: value, role: null };
    set('metric', metric.id, 'Change the date', timeFields(metric, cut ?? plain));
  };
  const cutBy = [
    ...slices.map(({ value, label }) => ({ value, label, cut: { attributeId: value, role: null } })),
    ...inRoles.slices,
  ];
  const chooseSlices = (keys: readonly string[]) => {
    const known = new Map([...cutBy.map(({ cut }) => cut), ...slicesOf(metric)].map((cut) => [cutKey(cut), cut]));
    const fields = sliceFields(
      metric,
      keys.flatMap((key) => known.get(key) ?? []),
    );
    set('metric', metric.id, 'Change what it is cut by', fields);
  };
  return (
    <InspectorSection title="Cut and shown by">
      <div className="space-y-2.5">
        <Field label="By which date">
          <Select
            value={time ? cutKey(time) : inherited.attributeId === null ? null : INHERITED}
            onChange={chooseTime}
            isDisabled={isDisabled}
            placeholder="choose a date…"
            options={[
              ...(inherited.attributeId === null
                ? []
                : [
                    {
                      value: INHERITED,
                      label: `${callAttribute(document, inherited.attributeId, home ?? null, inherited.role)}, as its parts`,
                    },
                  ]),
              ...times.map(({ id, words }) => ({ value: id, label: words })),
              ...inRoles.times,
            ]}
          />
        </Field>
        <Chips
          title="Only"
          empty="everything counts"
          placeholder="only…"
          chosen={metric.segmentIds.map((value) => ({ value, label: labelOfRecord(document, value) }))}
          options={segments}
          isDisabled={isDisabled}
          onChange={(segmentIds) => set('metric', metric.id, 'Change which rows count', { segmentIds })}
        />
        <Chips
          title="May be cut by"
          empty="nothing yet"
          placeholder="and by…"
          chosen={slicesOf(metric).map((cut) => ({
            value: cutKey(cut),
            label:
              cut.role === null
                ? labelOfRecord(document, cut.attributeId)
                : callAttribute(document, cut.attributeId, home ?? null, cut.role),
          }))}
          options={cutBy}
          isDisabled={isDisabled}
          onChange={chooseSlices}
        />
      </div>
    </InspectorSection>
  );
}

type ChipsProps = {
  title: string;
  empty: string;
  placeholder: string;
  chosen: readonly { value: string; label: string }[];
  options: readonly { value: string; label: string; hint?: string }[];
  isDisabled: boolean;
  onChange: (values: string[]) => void;
};

function Chips({ title, empty, placeholder, chosen, options, isDisabled, onChange }: ChipsProps) {
  const values = chosen.map(({ value }) => value);
  const rest = options.filter(({ value }) => !values.includes(value));
  return (
    <div>
      <p className="mb-1 font-medium text-fg-2 text-xs">{title}</p>
      <div className="flex flex-wrap items-center gap-1.5">
        {chosen.length === 0 && <span className="text-fg-3 text-sm">{empty}</span>}
        {chosen.map(({ value, label }) => (
          <Chip
            key={value}
            label={label}
            {...(isDisabled ? {} : { onRemove: () => onChange(values.filter((other) => other !== value)) })}
          />
        ))}
        {!isDisabled && rest.length > 0 && (
          <Select
            label={`${title}: add`}
            value={null}
            placeholder={placeholder}
            look="bare"
            onChange={(value) => onChange([...values, value])}
            options={rest}
            className="w-auto"
          />
        )}
      </div>
    </div>
  );
}
