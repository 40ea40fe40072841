'use client';

import { useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { MetricRecord, RecordId } from '@/lib/model/records';
import { InlineChoice } from './inline-choice';

type Props = { label: string; value: RecordId | null; except: RecordId; onChange: (id: RecordId) => void };

/** Another metric as a word of the sentence. */
export function MetricChoice({ label, value, except, onChange }: Props) {
  const editor = useEditor();
  const metrics = useEditorValue(
    useCallback(
      ({ document }: EditorState) => indexModel(document).byKind.metric.filter(({ id }) => id !== except),
      [except],
    ),
    isSameList<MetricRecord>,
  );
  return (
    <InlineChoice
      label={label}
      value={value}
      onChange={onChange}
      options={metrics.map(({ id }) => ({ value: id, label: labelOfRecord(editor.get().document, id) }))}
      placeholder="choose a metric…"
      isDisabled={!editor.canEdit}
    />
  );
}
