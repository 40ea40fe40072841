import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { useEditor } from '@/components/editor/editor-context';
import { drive } from '@/components/inspector/drive';
import type { RecordId } from '@/lib/model/records';
import type { Place } from './place-tree';

/** Which side of a metric is taken hold of: what it drives stands on its left, what moves or cuts it on its right. */
export type DriveSide = 'drives' | 'moved';
export type DriveDrag = {
  readonly fromId: RecordId;
  readonly start: Place;
  readonly end: Place;
  readonly overId: RecordId | null;
};

/**
 * Drawing from one metric to another with the pointer: the one it is let go on is driven, or drives, by the side it was
 * drawn from. Let go on free ground on the right, what it is to be cut or moved by is asked.
 */
export function useDriveDrag(board: RefObject<HTMLElement | null>, onAsk: (metricId: RecordId) => void) {
  const editor = useEditor();
  const [drag, setDrag] = useState<DriveDrag | null>(null);
  const captured = useRef<number | null>(null);

  const placeOf = (event: PointerEvent): Place => {
    if (!board.current) return { x: event.clientX, y: event.clientY };
    const { left, top, width } = board.current.getBoundingClientRect();
    const scale = width / board.current.offsetWidth;
    return { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale };
  };
  const metricUnder = ({ clientX, clientY }: PointerEvent): RecordId | null =>
    document.elementFromPoint(clientX, clientY)?.closest('[data-metric]')?.getAttribute('data-metric') ?? null;

  return {
    drag,
    handlesOf: (fromId: RecordId, side: DriveSide) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (!editor.canEdit || event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        captured.current = event.pointerId;
        const at = placeOf(event);
        setDrag({ fromId, start: at, end: at, overId: null });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (captured.current !== event.pointerId) return;
        const overId = metricUnder(event);
        setDrag((now) => now && { ...now, end: placeOf(event), overId: overId === fromId ? null : overId });
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (captured.current !== event.pointerId) return;
        captured.current = null;
        setDrag(null);
        const overId = metricUnder(event);
        if (overId === null || overId === fromId) {
          if (side === 'moved') onAsk(fromId);
        } else if (side === 'moved') drive(editor, overId, fromId);
        else drive(editor, fromId, overId);
      },
      onPointerCancel: () => {
        captured.current = null;
        setDrag(null);
      },
    }),
  };
}
