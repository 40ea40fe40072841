'use client';

import type { EdgeProps } from '@xyflow/react';
import { type MouseEvent, memo, useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useRecord } from '@/components/editor/use-record';
import { cn } from '@/components/ui/cn';
import type { RecordId, RelationshipRecord } from '@/lib/model/records';
import type { Point } from './box';
import type { RelationshipEdge } from './canvas-edges';
import { type CanvasMarks, lineMarks } from './canvas-marks';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasView, useCanvasViewValue } from './canvas-view-context';
import { labelPlace } from './label-place';
import { type LineEndMark, lineEnds } from './line-ends';
import { lineFoot, RING_RADIUS } from './line-foot';
import { OnLabelLayer } from './line-label-layer';
import { lineWords } from './line-words';
import { RenameInput } from './rename-input';
import { roundedPath } from './rounded-path';
import { useDistance } from './use-distance';
import { useLineWay } from './use-line-way';
import { useMarks } from './use-marks';
import { useNaming } from './use-naming';

const END_REACH = 18;
/** How wide a line is to the pointer. */
const GRIP = 16;
const SHIFT = { start: '0', middle: '-50%', end: '-100%' } as const;

type Props = Pick<EdgeProps<RelationshipEdge>, 'id' | 'source' | 'target' | 'selected'>;
type Points = readonly Point[];

/** A relationship: crow's feet at its ends, its words in the middle, where they can be typed. */
export const RelationshipEdgeView = memo(function RelationshipEdgeView({ id, selected = false }: Props) {
  const relationship = useRecord('relationship', id);
  const isFar = useDistance() !== 'near';
  if (!relationship) return null;
  return (
    <>
      <Stroke line={relationship} />
      {!isFar && <LineFeet id={id} />}
      {!isFar && <LineLabel id={id} isSelected={selected} />}
    </>
  );
}, isSameLine);

/** Where it goes it reads from the scene: React Flow's own ends of it move with every card in the hand. */
function isSameLine(a: Props, b: Props): boolean {
  return a.id === b.id && a.source === b.source && a.target === b.target && a.selected === b.selected;
}

/** It stands out for the cards it relates, also where a folded area stands for one of them. */
function Stroke({ line }: { line: RelationshipRecord }) {
  const { id, from, to } = line;
  const marked = useMarks(
    useCallback(
      (marks: CanvasMarks) => lineMarks(marks, { id, source: from.entityId, target: to.entityId }),
      [id, from.entityId, to.entityId],
    ),
  );
  const ends = lineEnds(line);
  const stroke = useCallback(
    (element: Element, points: Points) =>
      element.setAttribute('d', strokePath(points, { from: ends.from, to: ends.to })),
    [ends.from, ends.to],
  );
  return (
    <g ref={marked}>
      <path ref={useLineWay(id, stroke)} id={id} fill="none" className="react-flow__edge-path" />
      <Ring id={id} mark={ends.from} isAtStart />
      <Ring id={id} mark={ends.to} isAtStart={false} />
      <path
        ref={useLineWay(id, drawGrip)}
        fill="none"
        strokeOpacity={0}
        strokeWidth={GRIP}
        className="react-flow__edge-interaction"
      />
    </g>
  );
}

function strokePath(points: Points, ends: { from: LineEndMark; to: LineEndMark }): string {
  const [from, to] = [lineFoot(ends.from, points[0], points[1]), lineFoot(ends.to, points.at(-1), points.at(-2))];
  return roundedPath(points) + from.strokes + to.strokes;
}

function drawGrip(element: Element, points: Points) {
  element.setAttribute('d', roundedPath(points));
}

function Ring({ id, mark, isAtStart }: { id: RecordId; mark: LineEndMark; isAtStart: boolean }) {
  const draw = useCallback(
    (element: Element, points: Points) => {
      const [at, next] = isAtStart ? points : [points.at(-1), points.at(-2)];
      const { ring } = lineFoot(mark, at, next);
      if (ring) putAt(element, ring);
    },
    [mark, isAtStart],
  );
  const placed = useLineWay(id, draw);
  return mark !== 'crow-one' && <circle ref={placed} r={RING_RADIUS} className="line-ring" />;
}

function putAt(circle: Element, { x, y }: Point) {
  circle.setAttribute('cx', String(x));
  circle.setAttribute('cy', String(y));
}

function drawStart(element: Element, [start]: Points) {
  if (start) putAt(element, start);
}

function drawEnd(element: Element, points: Points) {
  const end = points.at(-1);
  if (end) putAt(element, end);
}

/** Where a crow's foot is clicked to say how many belong together, and taken hold of to be put elsewhere. */
function LineFeet({ id }: { id: RecordId }) {
  const { editLine } = useCanvasVerbs();
  const edit = (event: MouseEvent) => {
    event.stopPropagation();
    editLine(id, { x: event.clientX, y: event.clientY });
  };
  const look = { r: END_REACH, fill: 'transparent', pointerEvents: 'all', className: 'cursor-grab', onClick: edit };
  return (
    <>
      <circle ref={useLineWay(id, drawStart)} data-line-end="from" {...look} />
      <circle ref={useLineWay(id, drawEnd)} data-line-end="to" {...look} />
    </>
  );
}

function drawLabel(element: HTMLElement, points: Points) {
  const { x, y, isOver, anchor, widthMax } = labelPlace(points);
  const up = isOver ? '-100%' : '-50%';
  element.toggleAttribute('data-over', isOver);
  element.style.transform = `translate(${SHIFT[anchor]},${up}) translate(${x}px,${isOver ? y - 3 : y}px)`;
  element.style.setProperty('--room', `${widthMax}px`);
}

function LineLabel({ id, isSelected }: { id: RecordId; isSelected: boolean }) {
  const view = useCanvasView();
  const { editLine } = useCanvasVerbs();
  const relationship = useRecord('relationship', id);
  const isRenaming = useCanvasViewValue(useCallback((now: CanvasView) => now.renaming?.id === id, [id]));
  const isHovered = useCanvasViewValue(useCallback((now: CanvasView) => now.hovered === id, [id]));
  const words = useEditorValue(useCallback(({ document }: EditorState) => lineWords(document, id), [id]));
  const placed = useLineWay(id, drawLabel);
  return (
    <OnLabelLayer>
      {isRenaming ? (
        <span key="naming" ref={placed} className="nopan pointer-events-auto absolute z-3 flex w-40">
          <LineNaming id={id} words={relationship?.label ?? ''} />
        </span>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the line itself is focusable and Enter edits it
        <span
          key="words"
          ref={placed}
          id={`line-${id}`}
          className={cn(
            'rounded-full bg-label px-1.5 data-over:rounded-none data-over:bg-transparent data-over:px-0.5',
            'nopan pointer-events-auto absolute z-3 line-clamp-2 w-max max-w-(--room) cursor-pointer text-balance text-center text-2xs text-fg-3 leading-[13px]',
            (isSelected || isHovered) && 'text-accent-text',
          )}
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
