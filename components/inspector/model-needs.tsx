'use client';

import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { statedExpectation } from '@/lib/model/edits/add-expectation';
import { setExpectation } from '@/lib/model/edits/set-expectation';
import { setFields } from '@/lib/model/edits/set-fields';
import { setHowFresh } from '@/lib/model/edits/set-how-fresh';
import { EVENT_MINUTES, type HowFresh, howFreshOf } from '@/lib/model/how-fresh';
import type { ModelDocument } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';
import { ConfirmNeed } from './confirm-need';
import { FreshnessControl } from './freshness-control';
import { InspectorSection } from './inspector-section';
import { NeedsOn } from './needs-on';
import { ShareControl } from './share-control';
import { SourceWords } from './source-words';
import { useTryEdit } from './use-try-edit';

/** The control other parts of the studio bring into sight: the need everything else follows from. */
export const FRESHNESS_CONTROL_ID = 'need-freshness';

const OWN_CONTROL = ['freshness', 'availability'] as const;
const OTHER_RULES = ['history', 'deadline', 'complete', 'reconcile', 'delivery'] as const;
const FRESH = 'Change how fresh it must be';
const selectFreshness = ({ document }: EditorState) => statedExpectation(document, null, 'freshness');
const selectAvailability = ({ document }: EditorState) => statedExpectation(document, null, 'availability');

const selectHowFresh = ({ document }: EditorState) => howFreshOf(document);
const isSameValue = (a: HowFresh | null, b: HowFresh | null) => a?.is === b?.is && a?.maxMinutes === b?.maxMinutes;
const withFresh = (fresh: HowFresh) => (document: ModelDocument) =>
  setHowFresh(document, { fresh, newId: newRecordId });

/** What the decision needs of all of it: how fresh, how sure, and whatever else. */
export function ModelNeeds() {
  const editor = useEditor();
  const freshness = useEditorValue(selectFreshness);
  const fresh = useEditorValue(selectHowFresh, isSameValue);
  const tryEdit = useTryEdit();
  const availability = useEditorValue(selectAvailability);
  const isDisabled = !editor.canEdit;
  const state = (words: string, rule: ExpectationRule) => {
    const id = newRecordId();
    editor.edit(words, (document) => setExpectation(document, { id, onId: null, rule, origin: 'stated' }));
  };
  const sayFresh = (next: HowFresh) => editor.edit(FRESH, withFresh(next));
  const gesture = (words: string) => ({ onStart: () => editor.begin(words), onEnd: () => editor.commit(), isDisabled });
  return (
    <>
      <InspectorSection title="Needs">
        <div className="space-y-3">
          <div>
            <p className="mb-1 font-medium text-fg-2 text-xs">How fresh</p>
            <FreshnessControl
              id={FRESHNESS_CONTROL_ID}
              minutes={fresh?.maxMinutes ?? null}
              onChange={(maxMinutes) => sayFresh({ is: 'age', maxMinutes })}
              onTry={(maxMinutes) => tryEdit(maxMinutes === null ? null : withFresh({ is: 'age', maxMinutes }))}
              events={{
                isOn: fresh?.is === 'events',
                onChoose: () => sayFresh({ is: 'events', maxMinutes: EVENT_MINUTES }),
              }}
              {...gesture(FRESH)}
            />
            {freshness?.origin === 'estimated' && <ConfirmNeed id={freshness.id} />}
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
            {availability?.origin === 'estimated' && <ConfirmNeed id={availability.id} />}
          </div>
        </div>
      </InspectorSection>
      <NeedsOn id={null} title="What else I need of all of it" rules={OTHER_RULES} hidden={OWN_CONTROL} />
    </>
  );
}
