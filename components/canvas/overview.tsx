'use client';

import { useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useEditor } from '@/components/editor/editor-context';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasEdge } from './canvas-edges';

type Props = {
  boxes: ReadonlyMap<RecordId, Box>;
  edges: readonly CanvasEdge[];
  selection: readonly RecordId[];
};

const NAME_PX = 26;
const NAME_READABLE_PX = 6.5;

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

      const isNamed = NAME_PX * zoom >= NAME_READABLE_PX;
      const chosen = new Set(selection);
      context.font = `600 ${NAME_PX}px ${colors.fontFamily}`;
      context.textBaseline = 'middle';
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
        if (!isNamed) continue;
        context.fillStyle = color('--text');
        context.fillText(labelOfRecord(model, id), box.x + 18, box.y + Math.min(box.height / 2, 40), box.width - 32);
      }
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
