'use client';

import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { MetricRecord } from '@/lib/model/records';
import { PeriodChoice } from './period-choice';
import type { RuleGesture, RuleOf } from './rule-gesture';
import { ShareControl } from './share-control';

type Rule = RuleOf<'reconcile'>;
const selectMetrics = ({ document }: EditorState) => indexModel(document).byKind.metric;

/** Which two metrics agree, how closely, and over which period. */
export function ReconcileFields({ rule, onChange, ...gesture }: RuleGesture & { rule: Rule }) {
  const editor = useEditor();
  const metrics = useEditorValue(selectMetrics, isSameList<MetricRecord>);
  const optionsBut = (other: string) =>
    metrics
      .filter(({ id }) => id !== other)
      .map(({ id }) => ({ value: id, label: labelOfRecord(editor.get().document, id) }));
  const { per: _, ...overAll } = rule;
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label="This metric" className="col-span-2">
        <Select
          value={rule.left}
          onChange={(left) => onChange({ ...rule, left })}
          options={optionsBut(rule.right)}
          isDisabled={gesture.isDisabled}
        />
      </Field>
      <Field label="agrees with" className="col-span-2">
        <Select
          value={rule.right}
          onChange={(right) => onChange({ ...rule, right })}
          options={optionsBut(rule.left)}
          isDisabled={gesture.isDisabled}
        />
      </Field>
      <Field label="Within">
        <ShareControl
          label="Within"
          share={rule.within}
          onChange={(within) => onChange({ ...rule, within })}
          {...gesture}
        />
      </Field>
      <PeriodChoice
        label="Compared"
        none="over everything"
        value={rule.per ?? null}
        onChange={(per) => onChange(per === null ? overAll : { ...rule, per })}
        isDisabled={gesture.isDisabled}
      />
    </div>
  );
}
