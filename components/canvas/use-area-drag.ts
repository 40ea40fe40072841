import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import { useCanvasSceneStore } from './canvas-scene-context';
import { useCanvasVerbs } from './canvas-verbs-context';
import { keepStraight } from './keep-straight';
import type { Snapping } from './use-snap';

/** A click is not a move. */
const THRESHOLD_PX = 3;
type Hand = {
  ids: readonly string[];
  start: Point;
  places: readonly (readonly [RecordId, Point])[];
  isMoving: boolean;
  /** What a click chooses, where a drag takes along what was chosen before. */
  clicked: readonly string[];
};

const screenOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });

/** The area whose head the pointer is on; its buttons and the name being typed are no handle. */
function headAt(target: EventTarget): Element | null {
  return target instanceof Element && target.closest('button, input') === null
    ? target.closest('[data-area-head]')
    : null;
}

/**
 * Areas in the hand: a head carries everything in its area and in those chosen with it, hidden cards too, and it is one
 * step of undo. As with cards, Shift or Ctrl adds to what is chosen or takes out of it. The layer hears for all heads.
 */
export function useAreaDrag(snap: Snapping) {
  const { editor, view, areas } = useCanvasVerbs();
  const { carry } = useCanvasSceneStore();
  const flow = useReactFlow();
  const hand = useRef<Hand | null>(null);

  useEffect(() => {
    const putBack = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !hand.current?.isMoving) return;
      event.preventDefault();
      event.stopPropagation();
      hand.current = null;
      view.patch({ guides: [] });
      editor.cancel();
      carry(null);
    };
    window.addEventListener('keydown', putBack, true);
    return () => window.removeEventListener('keydown', putBack, true);
  }, [editor, view, carry]);

  return useMemo(() => {
    const letGo = () => {
      const held = hand.current;
      hand.current = null;
      if (held && !held.isMoving) areas.select(held.clicked);
      if (!held?.isMoving) return;
      view.patch({ guides: [] });
      editor.commit();
      carry(null);
    };
    return {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const head = headAt(event.target);
        const id = head?.getAttribute('data-area-head');
        if (!head || !id || event.button !== 0 || !event.isPrimary) return;
        const before = areas.selected();
        const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
        const without = before.filter((one) => one !== id);
        const isChosen = before.includes(id);
        const joined = isAdding ? [...before, id] : [id];
        const ids = isChosen ? before : joined;
        areas.select(ids);
        const toggled = isChosen ? without : ids;
        const clicked = isAdding ? toggled : [id];
        const { positions, areas: all } = editor.get().layout;
        const members = editor.canEdit ? ids.flatMap((one) => all[one]?.members ?? []) : [];
        const places = members.flatMap((member) => {
          const at = positions[member];
          return at ? [[member, at] as const] : [];
        });
        head.setPointerCapture(event.pointerId);
        hand.current = { ids, start: screenOf(event), places, isMoving: false, clicked };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const held = hand.current;
        if (!held || held.places.length === 0) return;
        const now = screenOf(event);
        if (!held.isMoving) {
          if (Math.hypot(now.x - held.start.x, now.y - held.start.y) < THRESHOLD_PX) return;
          held.isMoving = true;
          editor.begin(`Move ${areas.called(held.ids)}`);
          carry(held.places.map(([id]) => id));
        }
        const [from, to] = [flow.screenToFlowPosition(held.start), flow.screenToFlowPosition(now)];
        const placed = held.places.map(
          ([id, { x, y }]) => [id, { x: Math.round(x + to.x - from.x), y: Math.round(y + to.y - from.y) }] as const,
        );
        const straight = event.shiftKey ? keepStraight(placed, new Map(held.places)) : { placed, along: undefined };
        editor.move('Move', snap(straight.placed, straight.along));
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
      /** The board would let go of what was chosen. */
      onClick: (event: MouseEvent) => {
        if (event.target instanceof Element && event.target.closest('[data-area-head]')) event.stopPropagation();
      },
    };
  }, [editor, view, areas, flow, snap, carry]);
}
