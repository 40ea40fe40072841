import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import { useCanvasView } from './canvas-view-context';

const THRESHOLD = 5;

export type FieldDrop = {
  fromId: RecordId;
  toId: RecordId | null;
  at: Point /** Let go on the board, clear of its own card. */;
  isOut: boolean;
};

type Hands = {
  /** Why each other field cannot be the end of a relationship; null where it can. Null altogether: not to be dragged. */
  onStart: (fromId: RecordId) => ReadonlyMap<RecordId, string | null> | null;
  onDrop: (drop: FieldDrop) => void;
};

/**
 * Dragging a field out of its card: onto another field to relate the two, onto free ground to draw a metric. One
 * listener on the canvas serves every row. The line under the pointer is drawn by hand, so no state changes per move
 * except when the pointer comes over another row.
 */
export function useFieldDrag(
  canvas: RefObject<HTMLElement | null>,
  line: RefObject<SVGPathElement | null>,
  hands: Hands,
) {
  const view = useCanvasView();
  const drag = useRef<{ fromId: RecordId; start: Point; isUnderWay: boolean } | null>(null);
  const onStart = useEffectEvent(hands.onStart);
  const onDrop = useEffectEvent(hands.onDrop);

  useEffect(() => {
    const root = canvas.current;
    if (!root) return;

    const end = () => {
      drag.current = null;
      line.current?.setAttribute('d', '');
      if (view.get().fieldDrag) view.patch({ fieldDrag: null });
    };
    const onPointerDown = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element)) return;
      if (event.target.closest('input, button')) return;
      const fromId = event.target.closest('[data-field]')?.getAttribute('data-field');
      if (fromId) drag.current = { fromId, start: { x: event.clientX, y: event.clientY }, isUnderWay: false };
    };
    const onPointerMove = (event: PointerEvent) => {
      const now = drag.current;
      if (!now) return;
      if (!now.isUnderWay) {
        if (Math.hypot(event.clientX - now.start.x, event.clientY - now.start.y) < THRESHOLD) return;
        const refusals = onStart(now.fromId);
        if (!refusals) {
          drag.current = null;
          return;
        }
        now.isUnderWay = true;
        view.patch({ fieldDrag: { fromId: now.fromId, refusals, overId: null } });
      }
      const state = view.get().fieldDrag;
      const overId = fieldUnder(event);
      if (state && state.overId !== overId) view.patch({ fieldDrag: { ...state, overId } });
      drawLine(root, line.current, now.start, event);
    };
    const onPointerUp = (event: PointerEvent) => {
      const now = drag.current;
      const wasUnderWay = now?.isUnderWay ?? false;
      end();
      if (!now || !wasUnderWay) return;
      const target = document.elementFromPoint(event.clientX, event.clientY);
      onDrop({
        fromId: now.fromId,
        toId: fieldUnder(event),
        at: { x: event.clientX, y: event.clientY },
        isOut: target !== null && root.contains(target) && !isOwnCard(root, now.fromId, target),
      });
      // The click that follows belongs to the drag, not to the card it ended on.
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag.current) return;
      event.stopPropagation();
      end();
    };

    root.addEventListener('pointerdown', onPointerDown);
    window.addEventListener('pointermove', onPointerMove);
    window.addEventListener('pointerup', onPointerUp);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', onKeyDown, true);
    return () => {
      root.removeEventListener('pointerdown', onPointerDown);
      window.removeEventListener('pointermove', onPointerMove);
      window.removeEventListener('pointerup', onPointerUp);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', onKeyDown, true);
    };
  }, [canvas, line, view]);
}

function isOwnCard(root: HTMLElement, fieldId: RecordId, target: Element): boolean {
  const card = root.querySelector(`[data-field="${CSS.escape(fieldId)}"]`)?.closest('.react-flow__node');
  return card?.contains(target) ?? false;
}

function swallow(event: MouseEvent) {
  event.stopPropagation();
  event.preventDefault();
}

function fieldUnder(event: PointerEvent): RecordId | null {
  const target = document.elementFromPoint(event.clientX, event.clientY);
  return target?.closest('[data-field]')?.getAttribute('data-field') ?? null;
}

function drawLine(root: HTMLElement, path: SVGPathElement | null, start: Point, to: PointerEvent) {
  if (!path) return;
  const { left, top } = root.getBoundingClientRect();
  const from = { x: start.x - left, y: start.y - top };
  const end = { x: to.clientX - left, y: to.clientY - top };
  const bend = Math.max(30, Math.abs(end.x - from.x) / 2) * (end.x >= from.x ? 1 : -1);
  path.setAttribute('d', `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`);
}
