'use client';

import { Popover } from 'radix-ui';
import { useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useLabel } from '@/components/editor/use-record';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { popStyle } from '@/components/ui/pop-style';
import type { RecordId } from '@/lib/model/records';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { lineWords } from './line-words';

const selectJoining = (view: CanvasView) => view.joining;

/** Two entities that are joined already and a second pair of fields: one line over both, or a line of its own. */
export function JoinChoice() {
  const joining = useCanvasViewValue(selectJoining);
  if (!joining) return null;
  return <Choice {...joining} />;
}

type Props = Exclude<CanvasView['joining'], null>;

function Choice({ fromId, toId, lineIds, at }: Props) {
  const verbs = useCanvasVerbs();
  const from = useLabel(fromId);
  const to = useLabel(toId);
  const close = () => verbs.view.patch({ joining: null });
  return (
    <Popover.Root open onOpenChange={close}>
      <Popover.Anchor asChild>
        <span className="pointer-events-none fixed size-0" style={{ left: at.x, top: at.y }} />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          aria-label="One line or two"
          sideOffset={8}
          collisionPadding={8}
          className={cn(popStyle, 'w-80 p-3')}
        >
          <p className="font-medium text-sm">These two are joined already.</p>
          <p className="mt-0.5 text-fg-2 text-xs">
            {from} and {to}: do they belong to {lineIds.length === 1 ? 'that line' : 'one of the lines'}, or do they
            mean something else?
          </p>
          <div className="mt-2.5 flex flex-col gap-1.5">
            {lineIds.map((lineId) => (
              <OnLine
                key={lineId}
                id={lineId}
                isOnly={lineIds.length === 1}
                onChoose={() => {
                  close();
                  verbs.relateOnLine(lineId, fromId, toId);
                }}
              />
            ))}
            <Button
              onClick={() => {
                close();
                verbs.relateApart(fromId, toId);
              }}
            >
              {lineIds.length === 1 ? 'It is a second, different line' : 'It is another, different line'}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Several lines between the same two are told apart by what they say, or by the role they play. */
function OnLine({ id, isOnly, onChoose }: { id: RecordId; isOnly: boolean; onChoose: () => void }) {
  const words = useEditorValue(useCallback(({ document }: EditorState) => lineWords(document, id), [id]));
  return <Button onClick={onChoose}>{isOnly ? 'Both pairs must match' : `Both must match: ${words}`}</Button>;
}
