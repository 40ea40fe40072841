'use client';

import { type ReactFlowState, useStore, ViewportPortal } from '@xyflow/react';
import { type CSSProperties, memo, useCallback, useEffect } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { cn } from '@/components/ui/cn';
import { areaHue } from './area-colors';
import type { AreaFrame } from './area-frames';
import { areaLetter, FAR_LETTER } from './area-letter';
import { AreaTitle } from './area-title';
import { areaWords } from './area-words';
import type { CanvasScene } from './canvas-scene';
import { useSceneValue } from './canvas-scene-context';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasView, useCanvasViewValue } from './canvas-view-context';
import { useAreaDrag } from './use-area-drag';
import { useIsOverview } from './use-is-overview';
import type { Snapping } from './use-snap';

const selectFrames = ({ frames }: CanvasScene) => frames;
const selectLetter = ({ transform: [, , zoom] }: ReactFlowState) => areaLetter(zoom);

/** The frames behind the cards and lines. Between its cards a frame is the board itself: there one selects and pans. */
export function AreaLayer({ snap }: { snap: Snapping }) {
  const frames = useSceneValue(selectFrames);
  useForgetWhenOthersAreSelected();
  return <ViewportPortal>{frames.length > 0 && <Frames frames={frames} snap={snap} />}</ViewportPortal>;
}

function Frames({ frames, snap }: { frames: readonly AreaFrame[]; snap: Snapping }) {
  const letter = useStore(selectLetter);
  const style: CSSProperties & Record<'--letter', number> = { '--letter': letter };
  return (
    <div
      {...useAreaDrag(snap)}
      style={style}
      data-far={letter > FAR_LETTER || undefined}
      data-overview={useIsOverview() || undefined}
      className="group/areas absolute"
    >
      {frames.map((frame) => (
        <Frame key={frame.id} frame={frame} />
      ))}
    </div>
  );
}

const Frame = memo(function Frame({ frame: { id, area, box } }: { frame: AreaFrame }) {
  const { areas } = useCanvasVerbs();
  const words = useEditorValue(useCallback(({ document }: EditorState) => areaWords(document, area), [area]));
  const isSelected = useCanvasViewValue(useCallback((view: CanvasView) => view.areas.includes(id), [id]));
  const isJoined = useCanvasViewValue(useCallback((view: CanvasView) => view.joiningAreas.includes(id), [id]));
  const { isFolded, name } = area;
  const style: CSSProperties & Record<'--hue', string> = {
    '--hue': areaHue(area.color),
    transform: `translate(${box.x}px, ${box.y}px)`,
    width: box.width,
    height: box.height,
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a frame on a drawing board is no fieldset
    <div
      role="group"
      aria-roledescription="area"
      aria-label={isFolded ? `Area ${name}, folded, ${words}` : `Area ${name}, ${words}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: reached with Tab like the cards, and moved with the arrows
      tabIndex={0}
      data-area={id}
      data-state={isJoined ? 'joined' : isSelected ? 'selected' : undefined}
      onFocus={({ currentTarget, target }) => {
        if (target === currentTarget && currentTarget.matches(':focus-visible')) areas.select([id]);
      }}
      style={style}
      className={cn(
        'group pointer-events-none absolute top-0 left-0 rounded-xl border outline-none',
        isFolded ? 'area-fold z-5' : 'area z-[-1]',
      )}
    >
      <AreaTitle id={id} area={area} words={words} />
    </div>
  );
});

/** One kind of thing has the floor: whoever selects a card lets go of the areas. */
function useForgetWhenOthersAreSelected() {
  const editor = useEditor();
  const view = useCanvasView();
  useEffect(
    () =>
      editor.subscribe(() => {
        if (view.get().areas.length > 0 && editor.get().selection.length > 0) view.patch({ areas: [] });
      }),
    [editor, view],
  );
}
