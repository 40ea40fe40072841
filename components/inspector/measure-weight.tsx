'use client';

import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ExpectationRecord, MeasureRecord } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';
import type { RuleOf } from './rule-gesture';

type Props = {
  need: ExpectationRecord;
  rule: RuleOf<'completeness'>;
  onChange: (rule: ExpectationRule) => void;
  isDisabled: boolean;
};

const ROWS = 'rows';
const selectMeasures = ({ document }: EditorState) => indexModel(document).byKind.measure;

/** Whether each row counts alike, or by a measure: nine rows in ten may be half of the revenue. */
export function MeasureWeight({ need, rule, onChange, isDisabled }: Props) {
  const editor = useEditor();
  const measures = useEditorValue(selectMeasures, isSameList<MeasureRecord>);
  const { document } = editor.get();
  const entityId = recordOf(document, 'attribute', need.onId)?.entityId ?? need.onId;
  const fitting = measures.filter((measure) => measure.entityId === entityId || measure.id === rule.weight);
  if (fitting.length === 0) return null;
  const { weight: _, ...even } = rule;
  return (
    <Field label="Each row counts">
      <Select
        value={rule.weight ?? ROWS}
        onChange={(weight) => onChange(weight === ROWS ? even : { ...rule, weight })}
        options={[
          { value: ROWS, label: 'alike' },
          ...fitting.map(({ id }) => ({ value: id, label: `by ${labelOfRecord(document, id)}` })),
        ]}
        isDisabled={isDisabled}
      />
    </Field>
  );
}
