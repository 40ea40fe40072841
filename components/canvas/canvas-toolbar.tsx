'use client';

import { Panel } from '@xyflow/react';
import { Gauge, Redo2, SquarePlus, Undo2, WandSparkles } from 'lucide-react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { IconButton } from '@/components/ui/icon-button';

type Props = {
  onAddEntity: () => void;
  onDrawMetric: () => void;
  onTidy: () => void;
  isTidying: boolean;
  onUndo: () => void;
  onRedo: () => void;
};

const selectUndo = (state: EditorState) => state.history.done.at(-1)?.words ?? null;
const selectRedo = (state: EditorState) => state.history.undone.at(-1)?.words ?? null;

/** The few verbs a canvas cannot do without; everything else is on the right click and in the palette. */
export function CanvasToolbar({ onAddEntity, onDrawMetric, onTidy, isTidying, onUndo, onRedo }: Props) {
  const undo = useEditorValue(selectUndo);
  const redo = useEditorValue(selectRedo);
  return (
    <Panel
      position="bottom-center"
      className="max-[1180px]:!right-0 max-[1180px]:!left-auto max-[1180px]:!mb-14 max-[1180px]:!translate-x-0"
    >
      <div
        role="toolbar"
        aria-label="Canvas"
        className="flex items-center gap-0.5 rounded-lg bg-surface p-1 shadow-pop"
      >
        <IconButton icon={SquarePlus} label="Add an entity" keys="n" size="lg" onClick={onAddEntity} />
        <IconButton icon={Gauge} label="Draw a metric" keys="m" size="lg" onClick={onDrawMetric} />
        <Line />
        <IconButton
          icon={Undo2}
          label={undo === null ? 'Undo' : `Undo: ${undo}`}
          keys="mod+z"
          size="lg"
          aria-disabled={undo === null}
          onClick={onUndo}
        />
        <IconButton
          icon={Redo2}
          label={redo === null ? 'Redo' : `Redo: ${redo}`}
          keys="mod+shift+z"
          size="lg"
          aria-disabled={redo === null}
          onClick={onRedo}
        />
        <Line />
        <IconButton icon={WandSparkles} label="Tidy" keys="t" size="lg" aria-busy={isTidying} onClick={onTidy} />
      </div>
    </Panel>
  );
}

function Line() {
  return <span className="mx-0.5 h-5 w-px bg-line-2" aria-hidden="true" />;
}
