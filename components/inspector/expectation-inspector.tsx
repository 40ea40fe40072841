'use client';

import { useCallback } from 'react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useRecord } from '@/components/editor/use-record';
import { Said } from '@/components/shell/said';
import { Segmented } from '@/components/ui/segmented';
import { setFields } from '@/lib/model/edits/set-fields';
import { describeExpectation } from '@/lib/model/expectation-words';
import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { ConfirmNeed } from './confirm-need';
import { DeleteFoot } from './delete-foot';
import { InspectorSection } from './inspector-section';
import { NeedFeasibility } from './need-feasibility';
import { RecordProblems } from './record-problems';
import { RuleFields } from './rule-fields';
import { TextField } from './text-field';
import { useSetFields } from './use-set-fields';

const ENFORCEMENTS = [
  { value: 'check', label: 'Only watched' },
  { value: 'audit', label: 'Or nothing is delivered' },
] as const;

/** One need: its sentence, its numbers, and what happens when it is not met. */
export function ExpectationInspector({ id, productKey }: { id: RecordId; productKey: string }) {
  const need = useRecord('expectation', id);
  const verbs = useCanvasVerbs();
  const set = useSetFields();
  const sentence = useEditorValue(
    useCallback(
      ({ document }: EditorState) => {
        const record = recordOf(document, 'expectation', id);
        return record === null ? '' : describeExpectation(document, record, 'plain');
      },
      [id],
    ),
  );
  if (!need) return null;
  const isDisabled = !verbs.editor.canEdit;
  return (
    <>
      <header className="px-4 pt-3.5 pb-3">
        <p className="text-fg-3 text-xs">What I need</p>
        <h2 className="font-semibold text-lg tracking-[-0.012em]">
          <Said>{sentence}</Said>
        </h2>
        {need.origin === 'estimated' ? (
          <ConfirmNeed id={id} />
        ) : (
          <NeedFeasibility need={need} productKey={productKey} />
        )}
        <RecordProblems id={id} />
      </header>
      <InspectorSection title="Exactly">
        <RuleFields need={need} productKey={productKey} isDisabled={isDisabled} />
      </InspectorSection>
      <InspectorSection title="When it is not met">
        <div className="space-y-2.5">
          <Segmented
            label="When it is not met"
            value={need.enforcement}
            onChange={(enforcement) => {
              if (!isDisabled) set('expectation', id, 'Change what happens when it is not met', { enforcement });
            }}
            options={ENFORCEMENTS}
          />
          <TextField
            label="Why, in your words"
            value={need.words}
            placeholder="It travels upstream with the ask"
            words="Say why"
            write={(document, words) => setFields(document, { kind: 'expectation', id, fields: { words } })}
          />
        </div>
      </InspectorSection>
      <DeleteFoot id={id} />
    </>
  );
}
