import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import type { FieldDrag } from './canvas-view';
import { useCanvasView } from './canvas-view-context';
import type { LineEndAt } from './rejoin-line';

const THRESHOLD = 5;

/** What can be taken hold of: a field, to draw a line out of it, or an end of a line that is there. */
export type Taken = { readonly kind: 'field'; readonly id: RecordId } | ({ readonly kind: 'end' } & LineEndAt);
export type FieldDrop = {
  taken: Taken;
  /** A field, or a card clear of its fields. */
  toId: RecordId | null;
  at: Point;
  /** Let go on the board, clear of its own card. */
  isOut: boolean;
};

type Hands = {
  /**
   * What it hangs on and why it cannot be let go on each other thing, null where it can. An end's line starts at its other
   * end and not at the pointer. Null altogether: not to be dragged.
   */
  onStart: (taken: Taken) => (Omit<FieldDrag, 'overId'> & { start: Point | null }) | null;
  onDrop: (drop: FieldDrop) => void;
};

/**
 * Dragging a field out of its card: onto another field to relate the two, onto free ground to draw a metric. Or an end of
 * a line onto another field or entity. One listener on the canvas serves every row and line. The line under the pointer is
 * drawn by hand, so no state changes per move except when the pointer comes over something else.
 */
export function useFieldDrag(
  canvas: RefObject<HTMLElement | null>,
  line: RefObject<SVGPathElement | null>,
  hands: Hands,
) {
  const view = useCanvasView();
  const drag = useRef<{ taken: Taken; pressed: Point; start: Point; isUnderWay: boolean } | null>(null);
  const onStart = useEffectEvent(hands.onStart);
  const onDrop = useEffectEvent(hands.onDrop);

  useEffect(() => {
    const root = canvas.current;
    if (!root) return;

    const carry = (lineId: RecordId | null) => {
      for (const edge of root.querySelectorAll('[data-carried]')) edge.removeAttribute('data-carried');
      if (lineId === null) return;
      root.querySelector(`.react-flow__edge[data-id="${CSS.escape(lineId)}"]`)?.setAttribute('data-carried', '');
    };
    const end = () => {
      drag.current = null;
      carry(null);
      line.current?.setAttribute('d', '');
      if (view.get().fieldDrag) view.patch({ fieldDrag: null });
    };
    const onPointerDown = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element)) return;
      if (event.target.closest('input, button')) return;
      const taken = takenBy(event.target);
      const pressed = { x: event.clientX, y: event.clientY };
      if (taken) drag.current = { taken, pressed, start: pressed, isUnderWay: false };
    };
    const onPointerMove = (event: PointerEvent) => {
      const now = drag.current;
      if (!now) return;
      if (!now.isUnderWay) {
        if (Math.hypot(event.clientX - now.pressed.x, event.clientY - now.pressed.y) < THRESHOLD) return;
        const begun = onStart(now.taken);
        if (!begun) {
          drag.current = null;
          return;
        }
        const { start, ...started } = begun;
        now.isUnderWay = true;
        now.start = start ?? now.pressed;
        carry(started.end?.lineId ?? null);
        view.patch({ fieldDrag: { ...started, overId: null } });
      }
      const state = view.get().fieldDrag;
      const thing = under(event);
      const overId = thing !== null && state?.refusals.has(thing) ? thing : null;
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
        taken: now.taken,
        toId: under(event),
        at: { x: event.clientX, y: event.clientY },
        isOut: target !== null && root.contains(target) && !isOwnCard(root, now.taken, target),
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

function takenBy(target: Element): Taken | null {
  const id = target.closest('[data-field]')?.getAttribute('data-field');
  if (id) return { kind: 'field', id };
  const end = target.closest('[data-line-end]')?.getAttribute('data-line-end');
  const lineId = target.closest('.react-flow__edge')?.getAttribute('data-id');
  return lineId && (end === 'from' || end === 'to') ? { kind: 'end', lineId, end } : null;
}

function isOwnCard(root: HTMLElement, taken: Taken, target: Element): boolean {
  if (taken.kind === 'end') return false;
  const card = root.querySelector(`[data-field="${CSS.escape(taken.id)}"]`)?.closest('.react-flow__node');
  return card?.contains(target) ?? false;
}

function swallow(event: MouseEvent) {
  event.stopPropagation();
  event.preventDefault();
}

/** The field under the pointer, else the card. */
function under(event: PointerEvent): RecordId | null {
  const target = document.elementFromPoint(event.clientX, event.clientY);
  const field = target?.closest('[data-field]')?.getAttribute('data-field');
  return field ?? target?.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
}

function drawLine(root: HTMLElement, path: SVGPathElement | null, start: Point, to: PointerEvent) {
  if (!path) return;
  const { left, top } = root.getBoundingClientRect();
  const from = { x: start.x - left, y: start.y - top };
  const end = { x: to.clientX - left, y: to.clientY - top };
  const bend = Math.max(30, Math.abs(end.x - from.x) / 2) * (end.x >= from.x ? 1 : -1);
  path.setAttribute('d', `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`);
}
