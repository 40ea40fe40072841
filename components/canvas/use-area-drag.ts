import { useReactFlow } from '@xyflow/react';
import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import { useCanvasSceneStore } from './canvas-scene-context';
import { useCanvasVerbs } from './canvas-verbs-context';
import { keepStraight } from './keep-straight';
import type { Snapping } from './use-snap';

/** A click is not a move. */
const THRESHOLD_PX = 3;
type Hand = { id: string; start: Point; places: readonly (readonly [RecordId, Point])[]; isMoving: boolean };

const screenOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });

/** An area in the hand: its title carries everything in it, hidden cards too, and it is one step of undo. */
export function useAreaDrag(snap: Snapping) {
  const { editor, view, areas } = useCanvasVerbs();
  const { setMoving } = useCanvasSceneStore();
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
      setMoving(false);
    };
    window.addEventListener('keydown', putBack, true);
    return () => window.removeEventListener('keydown', putBack, true);
  }, [editor, view, setMoving]);

  return useMemo(() => {
    const letGo = () => {
      const isMoving = hand.current?.isMoving ?? false;
      hand.current = null;
      if (!isMoving) return;
      view.patch({ guides: [] });
      editor.commit();
      setMoving(false);
    };
    return {
      onPointerDown: (event: PointerEvent<HTMLElement>, id: string) => {
        if (event.button !== 0 || !event.isPrimary) return;
        areas.select(id);
        const { positions, areas: all } = editor.get().layout;
        if (!editor.canEdit) return;
        const places = (all[id]?.members ?? []).flatMap((member) => {
          const at = positions[member];
          return at ? [[member, at] as const] : [];
        });
        event.currentTarget.setPointerCapture(event.pointerId);
        hand.current = { id, start: screenOf(event), places, isMoving: false };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const held = hand.current;
        if (!held) return;
        const now = screenOf(event);
        if (!held.isMoving) {
          if (Math.hypot(now.x - held.start.x, now.y - held.start.y) < THRESHOLD_PX) return;
          held.isMoving = true;
          editor.begin(`Move ${editor.get().layout.areas[held.id]?.name ?? ''}`);
          setMoving(true);
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
    };
  }, [editor, view, areas, flow, snap, setMoving]);
}
