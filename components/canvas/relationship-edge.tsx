'use client';

import type { EdgeProps } from '@xyflow/react';
import { memo, useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useRecord } from '@/components/editor/use-record';
import { cn } from '@/components/ui/cn';
import type { RelationshipRecord } from '@/lib/model/records';
import type { RelationshipEdge } from './canvas-edges';
import { type CanvasMarks, lineMarks } from './canvas-marks';
import type { CanvasScene } from './canvas-scene';
import { useSceneValue } from './canvas-scene-context';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasView, useCanvasViewValue } from './canvas-view-context';
import { type LabelPlace, labelPlace } from './label-place';
import { lineEnds } from './line-ends';
import { OnLabelLayer } from './line-label-layer';
import { lineWords } from './line-words';
import { RenameInput } from './rename-input';
import { roundedPath } from './rounded-path';
import { useDistance } from './use-distance';
import { useMarks } from './use-marks';
import { useNaming } from './use-naming';

const END_REACH = 18;
/** How wide a line is to the pointer. */
const GRIP = 16;
const SHIFT = { start: '0', middle: '-50%', end: '-100%' } as const;
const NO_POINTS: readonly { x: number; y: number }[] = [];

type Props = Pick<EdgeProps<RelationshipEdge>, 'id' | 'source' | 'target' | 'selected'>;

/** A relationship: crow's feet at its ends, its words in the middle, where they can be typed. */
export const RelationshipEdgeView = memo(function RelationshipEdgeView(props: Props) {
  const { id, selected = false } = props;
  const relationship = useRecord('relationship', id);
  const isFar = useDistance() !== 'near';
  const points = useSceneValue(useCallback(({ lines }: CanvasScene) => lines.get(id)?.points ?? NO_POINTS, [id]));
  if (!relationship || points.length === 0) return null;
  return (
    <>
      <Stroke line={relationship} path={roundedPath(points)} />
      {!isFar && <LineFeet id={id} points={points} />}
      {!isFar && <LineLabel id={id} at={labelPlace(points)} isSelected={selected} />}
    </>
  );
}, isSameLine);

/** Where it goes it reads from the scene: React Flow's own ends of it move with every card in the hand. */
function isSameLine(a: Props, b: Props): boolean {
  return a.id === b.id && a.source === b.source && a.target === b.target && a.selected === b.selected;
}

/** It stands out for the cards it relates, also where a folded area stands for one of them. */
function Stroke({ line, path }: { line: RelationshipRecord; path: string }) {
  const { id, from, to } = line;
  const marked = useMarks(
    useCallback(
      (marks: CanvasMarks) => lineMarks(marks, { id, source: from.entityId, target: to.entityId }),
      [id, from.entityId, to.entityId],
    ),
  );
  const ends = lineEnds(line);
  return (
    <>
      <path
        ref={marked}
        id={id}
        d={path}
        fill="none"
        className="react-flow__edge-path"
        markerStart={`url(#${ends.from})`}
        markerEnd={`url(#${ends.to})`}
      />
      <path d={path} fill="none" strokeOpacity={0} strokeWidth={GRIP} className="react-flow__edge-interaction" />
    </>
  );
}

/** Where a crow's foot is clicked to say how many belong together, and taken hold of to be put elsewhere. */
function LineFeet({ id, points }: { id: string; points: readonly { x: number; y: number }[] }) {
  const { editLine } = useCanvasVerbs();
  return [points[0], points.at(-1)].map(
    (end, index) =>
      end && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the line itself is focusable and Enter edits it
        <circle
          key={index === 0 ? 'from' : 'to'}
          data-line-end={index === 0 ? 'from' : 'to'}
          cx={end.x}
          cy={end.y}
          r={END_REACH}
          fill="transparent"
          pointerEvents="all"
          className="cursor-grab"
          onClick={(event) => {
            event.stopPropagation();
            editLine(id, { x: event.clientX, y: event.clientY });
          }}
        />
      ),
  );
}

function LineLabel({ id, at, isSelected }: { id: string; at: LabelPlace; isSelected: boolean }) {
  const view = useCanvasView();
  const { editLine } = useCanvasVerbs();
  const relationship = useRecord('relationship', id);
  const isRenaming = useCanvasViewValue(useCallback((now: CanvasView) => now.renaming?.id === id, [id]));
  const isHovered = useCanvasViewValue(useCallback((now: CanvasView) => now.hovered === id, [id]));
  const words = useEditorValue(useCallback(({ document }: EditorState) => lineWords(document, id), [id]));
  const style = {
    transform: `translate(${SHIFT[at.anchor]},${at.isOver ? '-100%' : '-50%'}) translate(${at.x}px,${at.isOver ? at.y - 3 : at.y}px)`,
    zIndex: 3,
  };
  return (
    <OnLabelLayer>
      {isRenaming ? (
        <span className="nopan pointer-events-auto absolute flex w-40" style={style}>
          <LineNaming id={id} words={relationship?.label ?? ''} />
        </span>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the line itself is focusable and Enter edits it
        <span
          id={`line-${id}`}
          className={cn(
            at.isOver ? 'px-0.5' : 'rounded-full bg-label px-1.5',
            'nopan pointer-events-auto absolute line-clamp-2 w-max cursor-pointer text-balance text-center text-2xs text-fg-3 leading-[13px]',
            (isSelected || isHovered) && 'text-accent-text',
          )}
          style={{ ...style, maxWidth: at.widthMax }}
          title={words}
          data-line={id}
          onClick={(event) => editLine(id, { x: event.clientX, y: event.clientY })}
          onDoubleClick={() => view.patch({ renaming: { id, isNew: false } })}
        >
          {words || 'name this'}
        </span>
      )}
    </OnLabelLayer>
  );
}

function LineNaming({ id, words }: { id: string; words: string }) {
  return (
    <RenameInput
      label="Words on the line"
      placeholder="places, belongs to…"
      {...useNaming(id, words)}
      className="text-center text-xs"
    />
  );
}
