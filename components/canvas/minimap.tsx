'use client';

import { Panel, type ReactFlowState, useReactFlow, useStore } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useTheme } from '@/components/shell/use-theme';
import { type Box, boxAround, centreOf, type Point } from './box';
import type { CanvasScene } from './canvas-scene';
import { useSceneValue } from './canvas-scene-context';

const WIDTH = 200;
const HEIGHT = 140;
const PADDING = 8;

const selectBoxes = ({ boxes }: CanvasScene) => boxes;
const selectFrames = ({ frames }: CanvasScene) => frames;
const selectSelection = (state: EditorState) => state.selection;
const selectTransform = ({ transform }: ReactFlowState) => transform;
const selectSize = ({ width, height }: ReactFlowState) => `${width} ${height}`;

/** The whole drawing in a corner, on one small canvas; what is in sight is framed, and a press or a drag goes there. */
export function Minimap() {
  const boxes = useSceneValue(selectBoxes);
  const frames = useSceneValue(selectFrames);
  const selection = useEditorValue(selectSelection);
  const { theme } = useTheme();
  const flow = useReactFlow();
  const surface = useRef<HTMLCanvasElement>(null);
  const scale = scaleOf(boxes);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const context = surface.current?.getContext('2d');
    if (!surface.current || !context) return;
    const ratio = window.devicePixelRatio || 1;
    surface.current.width = WIDTH * ratio;
    surface.current.height = HEIGHT * ratio;
    const colors = getComputedStyle(surface.current);
    const chosen = new Set(selection);
    context.setTransform(ratio * scale.by, 0, 0, ratio * scale.by, ratio * scale.x, ratio * scale.y);
    context.fillStyle = colors.getPropertyValue('--edge');
    for (const [id, { x, y, width, height }] of boxes) if (!chosen.has(id)) context.fillRect(x, y, width, height);
    for (const { area, box } of frames) if (area.isFolded) context.fillRect(box.x, box.y, box.width, box.height);
    context.fillStyle = colors.getPropertyValue('--accent');
    for (const id of chosen) {
      const box = boxes.get(id);
      if (box) context.fillRect(box.x, box.y, box.width, box.height);
    }
  }, [boxes, frames, selection, theme, scale.by, scale.x, scale.y]);

  const goTo = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const at: Point = {
      x: (event.clientX - left - scale.x) / scale.by,
      y: (event.clientY - top - scale.y) / scale.by,
    };
    void flow.setCenter(at.x, at.y, { zoom: flow.getZoom() });
  };
  return (
    <Panel position="bottom-left" className="!bottom-12">
      <div
        role="img"
        aria-label="Minimap"
        className="nopan nowheel relative cursor-pointer overflow-hidden rounded-lg bg-surface shadow-pop"
        style={{ width: WIDTH, height: HEIGHT }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
        }}
      >
        <canvas ref={surface} className="absolute inset-0 h-full w-full" />
        <Sight {...scale} />
      </div>
    </Panel>
  );
}

type Scale = { by: number } & Point;

function Sight({ by, x, y }: Scale) {
  const [left, top, zoom] = useStore(selectTransform);
  const [width = 0, height = 0] = useStore(selectSize).split(' ').map(Number);
  return (
    <div
      className="absolute rounded-xs border border-accent bg-accent-soft"
      style={{
        left: (-left / zoom) * by + x,
        top: (-top / zoom) * by + y,
        width: (width / zoom) * by,
        height: (height / zoom) * by,
      }}
    />
  );
}

function scaleOf(boxes: ReadonlyMap<string, Box>): Scale {
  const around = boxAround([...boxes.values()]);
  if (!around) return { by: 1, x: 0, y: 0 };
  const by = Math.min((WIDTH - 2 * PADDING) / around.width, (HEIGHT - 2 * PADDING) / around.height, 0.2);
  const middle = centreOf(around);
  return { by, x: WIDTH / 2 - middle.x * by, y: HEIGHT / 2 - middle.y * by };
}
