'use client';

import { useCallback } from 'react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useRecord } from '@/components/editor/use-record';
import { Segmented } from '@/components/ui/segmented';
import { setFields } from '@/lib/model/edits/set-fields';
import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { DeleteFoot } from './delete-foot';
import { driverWords } from './driver-words';
import { InspectorSection } from './inspector-section';
import { RecordProblems } from './record-problems';
import { TextField } from './text-field';
import { useSetFields } from './use-set-fields';

const SIGNS = [
  { value: 'plus', label: 'More, more' },
  { value: 'minus', label: 'More, less' },
  { value: 'unsaid', label: 'Not said' },
] as const;

/** A line of the metric tree that people drew: which way it works, and why they believe it. */
export function DriverInspector({ id }: { id: RecordId }) {
  const driver = useRecord('driver', id);
  const { editor } = useCanvasVerbs();
  const set = useSetFields();
  const words = useEditorValue(
    useCallback(
      ({ document }: EditorState) => {
        const record = recordOf(document, 'driver', id);
        return record === null ? '' : driverWords(document, record);
      },
      [id],
    ),
  );
  if (!driver) return null;
  return (
    <>
      <header className="px-4 pt-3.5 pb-3">
        <p className="text-fg-3 text-xs">{driver.driver === 'segment' ? 'Cut' : 'Drawn by hand'}</p>
        <h2 className="font-semibold text-lg tracking-[-0.012em]">{words}</h2>
        <RecordProblems id={id} />
      </header>
      <InspectorSection title={driver.driver === 'influence' ? 'What people believe' : 'In words'}>
        <div className="space-y-2.5">
          {driver.driver === 'influence' && (
            <Segmented
              label="More of it leads to"
              value={driver.sign ?? 'unsaid'}
              onChange={(sign) => {
                if (editor.canEdit)
                  set('driver', id, 'Say which way it drives', { sign: sign === 'unsaid' ? null : sign });
              }}
              options={SIGNS}
              className="w-full [&>button]:flex-1 [&>button]:justify-center [&>button]:text-xs"
            />
          )}
          <TextField
            label="Why"
            value={driver.note}
            placeholder={driver.driver === 'segment' ? 'What one sees by it' : 'What makes people believe it'}
            words="Say why"
            write={(document, note) => setFields(document, { kind: 'driver', id, fields: { note } })}
          />
        </div>
      </InspectorSection>
      <DeleteFoot id={id} />
    </>
  );
}
