'use client';

import { useStoreApi, type Viewport } from '@xyflow/react';
import { memo, type ReactNode, useMemo, useRef, useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { ContextMenu } from '@/components/ui/context-menu';
import { AreaLayer } from './area-layer';
import type { Box } from './box';
import { canvasMenu } from './canvas-menu';
import { type CanvasScene, createCanvasScene } from './canvas-scene';
import { CanvasSceneProvider, useSceneValue } from './canvas-scene-context';
import { CanvasToolbar } from './canvas-toolbar';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { DrawMetricPopover } from './draw-metric-popover';
import { Drawing } from './drawing';
import { FieldDragHint } from './field-drag-hint';
import { FieldIconDefs } from './field-icon-defs';
import { Ground } from './ground';
import { Guides } from './guides';
import { HiddenNote } from './hidden-note';
import { JoinChoice } from './join-choice';
import { JoinWith } from './join-with';
import { LinePopover } from './line-popover';
import { LostHint } from './lost-hint';
import { Minimap } from './minimap';
import { Overview } from './overview';
import { sightBox } from './sight-box';
import { TidyProgress } from './tidy-progress';
import { useBoardEvents } from './use-board-events';
import { useCanvasChanges } from './use-canvas-changes';
import { useCanvasShortcuts } from './use-canvas-shortcuts';
import { useCarried } from './use-carried';
import { useClipboard } from './use-clipboard';
import { useHover } from './use-hover';
import { useIsOverview } from './use-is-overview';
import { useJoining } from './use-joining';
import { useMarquee } from './use-marquee';
import { usePointerOn } from './use-pointer-on';
import { useSight } from './use-sight';
import { useSnap } from './use-snap';
import { useSpacePan } from './use-space-pan';
import { useStable } from './use-stable';
import { useTidy } from './use-tidy';
import { useWatchSight } from './use-watch-sight';
import { ZoomControls } from './zoom-controls';

const selectIsMinimapShown = (view: CanvasView) => view.isMinimapShown;

type Props = {
  /** Where the person last stood; null shows everything. */
  viewport: Viewport | null;
  /** The part of the canvas a link leads to; it goes before where the person stood. */
  sight: Box | null;
  onViewport: (viewport: Viewport, sight: Box) => void;
  /** Something from *What exists* was dropped. */
  onBring: (ref: string, at: { x: number; y: number }) => void;
  /** What stands on a board where nothing is drawn. */
  empty: ReactNode;
};

/** The drawing board: entities, metrics and the lines between them. What is drawn comes from the scene, not from here. */
export const Canvas = memo(function Canvas({ viewport, sight, onViewport, onBring, empty }: Props) {
  const verbs = useCanvasVerbs();
  const { editor, view, areas } = verbs;
  const flow = useStoreApi();
  const board = useRef<HTMLDivElement>(null);
  const dragLine = useRef<SVGPathElement>(null);
  const [scene] = useState(() => createCanvasScene(editor, view));
  const startLooking = useWatchSight(scene, viewport !== null);
  useCarried(board, scene);

  const { fitAll, fitBox, fitCards, fitFirst, fitWhenDrawn } = useSight(board, scene);
  const { tidy, tidying } = useTidy(scene);
  const tidyAndFit = useStable(() => void tidy().then((isDone) => isDone && fitWhenDrawn()));
  const shortcuts = useCanvasShortcuts({ scene, tidy: tidyAndFit, fitAll, fitCards, board });
  const { place, on } = useBoardEvents({ scene, fitCards, onBring });
  const snap = useSnap(board, scene);
  const marquee = useMarquee();
  const changes = useCanvasChanges(scene, snap, marquee);
  const hover = useHover();
  const pasteAt = useClipboard(usePointerOn(board));
  useJoining(board, dragLine, scene);
  useSpacePan(board);
  const tellViewport = useStable((_event: unknown, next: Viewport) => {
    hover.onMoveEnd();
    const { width, height } = flow.getState();
    onViewport(next, sightBox(next, { width, height }));
  });
  const drawing = useMemo(
    () => ({
      ...changes,
      ...hover,
      onPaneClick: () => {
        editor.select([]);
        areas.select([]);
      },
      onMoveEnd: tellViewport,
      nodesDraggable: editor.canEdit,
      ...(viewport && { defaultViewport: viewport }),
      onInit: () => {
        if (!viewport && sight) fitBox(sight, 0);
        else if (!viewport) fitFirst();
        startLooking();
      },
    }),
    [changes, hover, editor, areas, tellViewport, viewport, sight, fitBox, fitFirst, startLooking],
  );
  const paste = () => pasteAt(place.current.flow);
  return (
    <CanvasSceneProvider scene={scene}>
      <ContextMenu entries={() => canvasMenu(verbs, shortcuts.view, { ...place.current, paste })}>
        <div
          ref={board}
          data-canvas
          onPointerDownCapture={marquee.onPointerDownCapture}
          className="relative h-full w-full"
          {...on}
        >
          <h2 className="sr-only">Canvas</h2>
          <FieldIconDefs />
          <Drawing {...drawing}>
            <Ground />
            <AreaLayer snap={snap} />
            <Maps />
            {editor.canEdit && (
              <CanvasToolbar
                onAddEntity={shortcuts.addEntity}
                onDrawMetric={shortcuts.drawMetric}
                onTidy={tidyAndFit}
                isTidying={tidying !== null}
                onUndo={shortcuts.undo}
                onRedo={shortcuts.redo}
              />
            )}
            {tidying && <TidyProgress {...tidying} />}
            <ZoomControls onFit={fitAll} onShow={fitBox} />
            <HiddenNote />
            <LostHint onFit={fitAll} />
          </Drawing>
          <svg className="pointer-events-none absolute inset-0 z-10 h-full w-full" aria-hidden="true">
            <path ref={dragLine} fill="none" stroke="var(--accent)" strokeWidth="1.75" strokeLinecap="round" />
          </svg>
          <Guides />
          <WhenEmpty>{empty}</WhenEmpty>
          <FieldDragHint />
          <DrawMetricPopover />
          <JoinChoice />
          <JoinWith />
          <LinePopover />
          <p className="sr-only" role="status" aria-live="polite">
            {shortcuts.said}
          </p>
        </div>
      </ContextMenu>
    </CanvasSceneProvider>
  );
});

/** The map a large model is from afar, and the small one in the corner. */
function Maps() {
  const isOverview = useIsOverview();
  const isMinimapShown = useCanvasViewValue(selectIsMinimapShown);
  return (
    <>
      {isOverview && <Overview />}
      {isMinimapShown && <Minimap />}
    </>
  );
}

const selectIsEmpty = ({ boxes }: CanvasScene) => boxes.size === 0;
const selectHasHidden = (state: EditorState) => state.layout.hidden.length > 0;

function WhenEmpty({ children }: { children: ReactNode }) {
  const isEmpty = useSceneValue(selectIsEmpty);
  const hasHidden = useEditorValue(selectHasHidden);
  return isEmpty && !hasHidden && children;
}
