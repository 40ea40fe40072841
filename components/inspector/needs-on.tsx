'use client';

import { Plus } from 'lucide-react';
import { useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { newRecordId } from '@/components/editor/new-record-id';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { addExpectation } from '@/lib/model/edits/add-expectation';
import { indexModel } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';
import { InspectorSection } from './inspector-section';
import { NeedRow } from './need-row';
import { NEW_NEEDS, type NewNeed } from './new-needs';

type Props = {
  id: RecordId | null;
  rules: readonly NewNeed[];
  title?: string;
  hidden?: readonly ExpectationRule['rule'][];
};
const selectMetricCount = ({ document }: EditorState) => indexModel(document).byKind.metric.length;
const NONE: readonly ExpectationRule['rule'][] = [];

/** What is needed of a record (null: of the whole model), each as a sentence, and a way to need more. */
export function NeedsOn({ id, rules, title = 'What I need of it', hidden = NONE }: Props) {
  const editor = useEditor();
  const needIds = useEditorValue(
    useCallback(
      (state: EditorState) =>
        indexModel(state.document)
          .byKind.expectation.filter(({ onId, rule }) => onId === id && !hidden.includes(rule.rule))
          .map((need) => need.id),
      [id, hidden],
    ),
    isSameList,
  );
  const hasTooFewMetrics = useEditorValue(selectMetricCount) < 2;
  const add = (need: NewNeed) => {
    const { words, make } = NEW_NEEDS[need];
    const rule = make(indexModel(editor.get().document).byKind.metric.map((metric) => metric.id));
    if (rule === null) return;
    const recordId = newRecordId();
    editor.edit(`Need: ${words}`, (document) => addExpectation(document, { id: recordId, onId: id, rule }));
    editor.select([recordId]);
  };
  return (
    <InspectorSection
      title={title}
      aside={
        editor.canEdit && (
          <DropdownMenu
            align="end"
            trigger={<IconButton icon={Plus} label="Need something more" size="sm" />}
            entries={rules.map((need) => ({
              kind: 'item',
              key: need,
              label: NEW_NEEDS[need].words,
              isDisabled: need === 'reconcile' && hasTooFewMetrics,
              onSelect: () => add(need),
            }))}
          />
        )
      }
    >
      {needIds.length === 0 ? (
        <p className="text-fg-3 text-sm">Nothing beyond what its use asks for.</p>
      ) : (
        <ul>
          {needIds.map((needId) => (
            <li key={needId}>
              <NeedRow id={needId} />
            </li>
          ))}
        </ul>
      )}
    </InspectorSection>
  );
}
