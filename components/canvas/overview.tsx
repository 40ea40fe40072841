'use client';

import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useEditor } from '@/components/editor/editor-context';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasEdge } from './canvas-edges';
import { overviewNames } from './overview-names';

type Props = {
  boxes: ReadonlyMap<RecordId, Box>;
  edges: readonly CanvasEdge[];
  selection: readonly RecordId[];
};

const MEASURED_PX = 20;
type OverviewView = Parameters<typeof overviewNames>[0]['view'];

/**
 * A large model from afar, drawn on one canvas instead of hundreds of elements. React Flow keeps panning and zooming and
 * is given nothing to draw meanwhile.
 */
export function Overview({ boxes, edges, selection }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const editor = useEditor();

  useEffect(() => {
    const surface = canvas.current;
    const context = surface?.getContext('2d');
    if (!surface || !context) return;
    const { document: model } = editor.get();
    let frame = 0;

    const widths = new Map<string, number>();
    const ranked = byLines(boxes, edges, selection);
    const drawNames = (view: OverviewView, colors: CSSStyleDeclaration) => {
      context.textBaseline = 'middle';
      context.lineJoin = 'round';
      context.font = `600 ${MEASURED_PX}px ${colors.fontFamily}`;
      const widthOf = (text: string) => {
        const known = widths.get(text) ?? context.measureText(text).width / MEASURED_PX;
        widths.set(text, known);
        return known;
      };
      const names = overviewNames({ cards: ranked, nameOf: (id) => labelOfRecord(model, id), widthOf, view });
      const [first] = names;
      if (!first) return;
      context.font = `600 ${first.size}px ${colors.fontFamily}`;
      context.lineWidth = 3;
      context.strokeStyle = colors.getPropertyValue('--surface');
      context.fillStyle = colors.getPropertyValue('--text');
      for (const { text, at } of names) {
        context.strokeText(text, at.x, at.y);
        context.fillText(text, at.x, at.y);
      }
    };

    const draw = () => {
      frame = 0;
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      const ratio = window.devicePixelRatio || 1;
      if (surface.width !== width * ratio || surface.height !== height * ratio) {
        surface.width = width * ratio;
        surface.height = height * ratio;
      }
      const colors = getComputedStyle(surface);
      const color = (name: string) => colors.getPropertyValue(name);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
      const view = { left: -x / zoom, top: -y / zoom, right: (width - x) / zoom, bottom: (height - y) / zoom };

      context.lineWidth = 1 / zoom;
      context.strokeStyle = color('--edge');
      context.beginPath();
      for (const edge of edges) {
        if (edge.type !== 'relationship') continue;
        edge.data?.line.points.forEach((point, index) => {
          if (index === 0) context.moveTo(point.x, point.y);
          else context.lineTo(point.x, point.y);
        });
      }
      context.stroke();

      const chosen = new Set(selection);
      for (const [id, box] of boxes) {
        if (box.x > view.right || box.x + box.width < view.left || box.y > view.bottom || box.y + box.height < view.top)
          continue;
        context.fillStyle = color('--surface');
        context.strokeStyle = chosen.has(id) ? color('--accent') : color('--line-2');
        context.lineWidth = (chosen.has(id) ? 2.5 : 1) / zoom;
        context.beginPath();
        context.roundRect(box.x, box.y, box.width, box.height, 12);
        context.fill();
        context.stroke();
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawNames({ x, y, zoom, width, height }, colors);
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    draw();
    const unsubscribe = store.subscribe(ask);
    const themed = new MutationObserver(ask);
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      themed.disconnect();
    };
  }, [store, editor, boxes, edges, selection]);

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label="The whole drawing from afar; zoom in to work on it"
      className="pointer-events-none absolute inset-0 z-[1] h-full w-full"
    />
  );
}

/** What is selected first, then what most lines end at: the order in which names get their room. */
function byLines(
  boxes: ReadonlyMap<RecordId, Box>,
  edges: readonly CanvasEdge[],
  selection: readonly RecordId[],
): [RecordId, Box][] {
  const weights = new Map<RecordId, number>(selection.map((id) => [id, Number.MAX_SAFE_INTEGER]));
  for (const { source, target } of edges)
    for (const id of [source, target]) weights.set(id, (weights.get(id) ?? 0) + 1);
  return [...boxes].sort(([a], [b]) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}
