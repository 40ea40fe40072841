'use client';

import { MoveVertical } from 'lucide-react';
import { useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useIsSelected } from '@/components/editor/use-record';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { AddFieldButton } from './add-field-button';
import type { CanvasScene } from './canvas-scene';
import { useCanvasSceneStore, useSceneValue } from './canvas-scene-context';
import { useCanvasVerbs } from './canvas-verbs-context';
import { coveredBy, makeRoom } from './make-room';
import { cardsOfRecord } from './neighbourhood';

/** Hangs below a card that is worked on, outside its box, so that selecting never changes a height. */
export function CardFoot({ id }: { id: RecordId }) {
  const { editor } = useCanvasVerbs();
  const isSelected = useIsSelected(id);
  const isWorkedOn = useEditorValue(
    useCallback(
      ({ document, selection }: EditorState) => selection.some((one) => cardsOfRecord(document, one)[0] === id),
      [id],
    ),
  );
  if (!editor.canEdit || !isWorkedOn) return null;
  return (
    <div className="nodrag -translate-x-1/2 absolute top-full left-1/2 mt-1.5 flex gap-1.5">
      {isSelected && <AddFieldButton entityId={id} />}
      <MakeRoomButton id={id} />
    </div>
  );
}

/** Offered where a card that grew lies over others; nothing gives way unasked. */
function MakeRoomButton({ id }: { id: RecordId }) {
  const { editor } = useCanvasVerbs();
  const scene = useCanvasSceneStore();
  const isCovering = useSceneValue(
    useCallback(({ boxes }: CanvasScene) => !editor.isInGesture() && coveredBy(id, boxes).length > 0, [editor, id]),
  );
  if (!isCovering) return null;
  const give = () =>
    editor.move(`Make room below ${labelOfRecord(editor.get().document, id)}`, makeRoom(id, scene.get().boxes));
  return (
    <button
      type="button"
      onClick={give}
      title="It lies over other cards: move them down"
      className="flex h-6 items-center gap-1 whitespace-nowrap rounded-full bg-surface px-2.5 text-fg-2 text-xs shadow-pop hover:text-fg"
    >
      <MoveVertical className="size-3" strokeWidth={2} aria-hidden="true" />
      Make room
    </button>
  );
}
