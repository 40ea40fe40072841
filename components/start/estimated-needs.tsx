'use client';

import { ShieldQuestion } from 'lucide-react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { Said } from '@/components/shell/said';
import { removeRecords } from '@/lib/model/edits/plan-removal';
import { setFields } from '@/lib/model/edits/set-fields';
import { describeExpectation } from '@/lib/model/expectation-words';
import { indexModel } from '@/lib/model/model-index';
import type { ExpectationRecord } from '@/lib/model/records';
import { AnswerRow } from './answer-row';

const selectEstimated = ({ document }: EditorState) =>
  indexModel(document).byKind.expectation.filter(({ origin }) => origin === 'estimated');

/** Needs that are estimates still: nobody is asked for them until somebody says that they are meant. */
export function EstimatedNeeds() {
  const editor = useEditor();
  const needs = useEditorValue(selectEstimated, isSameList<ExpectationRecord>);
  if (needs.length === 0) return null;
  return (
    <section aria-label="Estimated needs">
      <h3 className="mb-1.5 font-medium text-fg-2 text-xs">Estimated, until you confirm it</h3>
      <ul className="space-y-1.5">
        {needs.map((need) => {
          const words = describeExpectation(editor.get().document, need, 'plain');
          return (
            <AnswerRow
              key={need.id}
              icon={<ShieldQuestion className="size-3.5 text-fg-3" strokeWidth={1.85} aria-hidden="true" />}
              title={<Said>{words}</Said>}
              name={words}
              source="From what was answered; nobody is asked for it yet."
              yes="Confirm"
              answer={null}
              onYes={() =>
                editor.edit('Confirm a need', (document) =>
                  setFields(document, { kind: 'expectation', id: need.id, fields: { origin: 'stated' } }),
                )
              }
              onNo={() => editor.edit('Drop an estimate', (document) => removeRecords(document, [need.id]))}
            />
          );
        })}
      </ul>
    </section>
  );
}
