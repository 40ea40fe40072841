'use client';

import { useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { Checkbox } from '@/components/ui/checkbox';
import { attributesIn, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { AttributeRecord, ExpectationRecord } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';
import type { RuleOf } from './rule-gesture';

type Props = {
  need: ExpectationRecord;
  rule: RuleOf<'unique'>;
  onChange: (rule: ExpectationRule) => void;
  isDisabled: boolean;
};

/** By which fields together no two rows are the same; none chosen means by what one row is. */
export function UniqueFields({ need, rule, onChange, isDisabled }: Props) {
  const editor = useEditor();
  const fields = useEditorValue(
    useCallback(({ document }: EditorState) => attributesIn(document, need.onId ?? ''), [need.onId]),
    isSameList<AttributeRecord>,
  );
  if (recordOf(editor.get().document, 'entity', need.onId) === null)
    return <p className="text-fg-2 text-sm">Each value stands in one row only.</p>;
  const chosen = rule.attributes ?? [];
  const toggle = (id: string, isOn: boolean) => {
    const attributes = isOn ? [...chosen, id] : chosen.filter((other) => other !== id);
    onChange(attributes.length === 0 ? { rule: 'unique' } : { rule: 'unique', attributes });
  };
  return (
    <fieldset className="space-y-1.5">
      <legend className="mb-1 text-fg-2 text-xs">
        By these fields together; none chosen means by what one row is.
      </legend>
      {fields.map(({ id }) => (
        <div key={id}>
          <Checkbox
            label={labelOfRecord(editor.get().document, id)}
            checked={chosen.includes(id)}
            onChange={(isOn) => toggle(id, isOn)}
            isDisabled={isDisabled}
          />
        </div>
      ))}
    </fieldset>
  );
}
