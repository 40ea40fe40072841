import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Point } from './box';

/** Where on the drawing the pointer stands, for whoever asks; null while it is elsewhere. A paste does not say it itself. */
export function usePointerOn(board: RefObject<HTMLElement | null>): () => Point | null {
  const flow = useReactFlow();
  const last = useRef<{ target: EventTarget | null; at: Point } | null>(null);
  useEffect(() => {
    const look = ({ target, clientX, clientY }: PointerEvent) => {
      last.current = { target, at: { x: clientX, y: clientY } };
    };
    window.addEventListener('pointermove', look, { capture: true, passive: true });
    return () => window.removeEventListener('pointermove', look, { capture: true });
  }, []);
  return useCallback(() => {
    const { target, at } = last.current ?? {};
    const pane = target instanceof Element ? target.closest('.react-flow__pane') : null;
    return at && pane && board.current?.contains(pane) ? flow.screenToFlowPosition(at) : null;
  }, [board, flow]);
}
