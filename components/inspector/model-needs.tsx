'use client';

import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { statedExpectation } from '@/lib/model/edits/add-expectation';
import { setExpectation } from '@/lib/model/edits/set-expectation';
import { setFields } from '@/lib/model/edits/set-fields';
import type { ExpectationRule } from '@/lib/model/rule';
import { FreshnessControl } from './freshness-control';
import { InspectorSection } from './inspector-section';
import { NeedsOn } from './needs-on';
import { ShareControl } from './share-control';
import { SourceWords } from './source-words';

/** The control other parts of the studio bring into sight: the need everything else follows from. */
export const FRESHNESS_CONTROL_ID = 'need-freshness';

const OWN_CONTROL = ['freshness', 'availability'] as const;
const OTHER_RULES = ['history', 'deadline', 'complete', 'stream'] as const;
const selectFreshness = ({ document }: EditorState) => statedExpectation(document, null, 'freshness');
const selectAvailability = ({ document }: EditorState) => statedExpectation(document, null, 'availability');

/** What the decision needs of all of it: how fresh, how sure, and whatever else. */
export function ModelNeeds() {
  const editor = useEditor();
  const freshness = useEditorValue(selectFreshness);
  const availability = useEditorValue(selectAvailability);
  const isDisabled = !editor.canEdit;
  const state = (words: string, rule: ExpectationRule) => {
    const id = newRecordId();
    editor.edit(words, (document) => setExpectation(document, { id, onId: null, rule }));
  };
  const gesture = (words: string) => ({ onStart: () => editor.begin(words), onEnd: () => editor.commit(), isDisabled });
  return (
    <>
      <InspectorSection title="Needs">
        <div className="space-y-3">
          <div>
            <p className="mb-1 font-medium text-fg-2 text-xs">How fresh</p>
            <FreshnessControl
              id={FRESHNESS_CONTROL_ID}
              minutes={freshness?.rule.rule === 'freshness' ? freshness.rule.maxMinutes : null}
              onChange={(maxMinutes) => state('Change how fresh it must be', { rule: 'freshness', maxMinutes })}
              {...gesture('Change how fresh it must be')}
            />
            {freshness && (
              <SourceWords
                value={freshness.words}
                onChange={(words) =>
                  editor.edit('Say why', (document) =>
                    setFields(document, { kind: 'expectation', id: freshness.id, fields: { words } }),
                  )
                }
              />
            )}
          </div>
          <div>
            <p className="mb-1 font-medium text-fg-2 text-xs">Usable, share of the time</p>
            <ShareControl
              label="Usable, share of the time"
              share={availability?.rule.rule === 'availability' ? availability.rule.min : null}
              onChange={(min) => state('Change how often it must be usable', { rule: 'availability', min })}
              {...gesture('Change how often it must be usable')}
            />
          </div>
        </div>
      </InspectorSection>
      <NeedsOn id={null} title="What else I need of all of it" rules={OTHER_RULES} hidden={OWN_CONTROL} />
    </>
  );
}
