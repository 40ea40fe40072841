import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { useEditor } from '@/components/editor/editor-context';
import { drive } from '@/components/inspector/drive';
import type { RecordId } from '@/lib/model/records';
import type { Place } from './place-tree';

export type DriveDrag = {
  readonly fromId: RecordId;
  readonly start: Place;
  readonly end: Place;
  readonly overId: RecordId | null;
};

/** Drawing from one metric to another with the pointer: what is driven is where it is let go. */
export function useDriveDrag(board: RefObject<HTMLElement | null>) {
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
    handlesOf: (fromId: RecordId) => ({
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
        const toId = metricUnder(event);
        if (toId !== null && toId !== fromId) drive(editor, fromId, toId);
      },
      onPointerCancel: () => {
        captured.current = null;
        setDrag(null);
      },
    }),
  };
}
