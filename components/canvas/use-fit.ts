import { useReactFlow } from '@xyflow/react';
import { type RefObject, useMemo } from 'react';
import { gliding } from '@/components/ui/gliding';
import { type Box, boxAround } from './box';
import type { CanvasSceneStore } from './canvas-scene';
import { clearRoom } from './clear-room';
import { firstLook } from './first-look';
import { fitViewport, type Insets, ZOOM_MAX } from './fit-viewport';

const NONE: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
const READABLE = 0.6;
const CARDS_READ_MAX = 60;
const GLIDE_MS = 160;

/**
 * Bringing things into sight by their boxes rather than by what is mounted: most cards of a large model are not.
 */
export function useFit(board: RefObject<HTMLElement | null>, scene: CanvasSceneStore) {
  const flow = useReactFlow();
  return useMemo(() => {
    const show = (shown: readonly Box[], options: { zoomMin?: number; duration?: number } = {}) => {
      const around = boxAround(shown);
      if (!around || !board.current) return;
      const { zoomMin, duration = GLIDE_MS } = options;
      const { size, bars } = roomOf(board.current);
      const insets = clearRoom(size, bars, around);
      const room = { width: size.width - insets.left - insets.right, height: size.height - insets.top - insets.bottom };
      const look = zoomMin === undefined ? around : firstLook(shown, room, zoomMin);
      if (look) void flow.setViewport(fitViewport(look, size, { insets }), gliding(duration));
    };
    const everything = () => [...scene.get().boxes.values(), ...scene.get().frames.map(({ box }) => box)];
    return {
      fitAll: (duration?: number) => show(everything(), duration === undefined ? {} : { duration }),
      /** Shows a part of the canvas, however large the board is. */
      fitBox: (box: Box, duration?: number) => {
        if (!board.current) return;
        const { width, height } = board.current.getBoundingClientRect();
        void flow.setViewport(
          fitViewport(box, { width, height }, { insets: NONE, zoomMax: ZOOM_MAX }),
          gliding(duration ?? GLIDE_MS),
        );
      },
      /** Cards, or areas by their ids. */
      fitCards: (ids: readonly string[]) => {
        const { boxes, frames } = scene.get();
        show(ids.flatMap((id) => boxes.get(id) ?? frames.find((frame) => frame.id === id)?.box ?? []));
      },
      /** The first look: all of a small model as long as it can be read, all of a large one as a map. */
      fitFirst: () => {
        const { boxes } = scene.get();
        show(everything(), { duration: 0, ...(boxes.size <= CARDS_READ_MAX ? { zoomMin: READABLE } : {}) });
      },
    };
  }, [flow, board, scene]);
}

/**
 * The board, and what lies over it: bars, the minimap. They come and go, so they are looked for each time; what only says
 * something for the moment, like the way back for who is lost, is gone by then.
 */
function roomOf(board: HTMLElement): { size: { width: number; height: number }; bars: Box[] } {
  const { left, top, width, height } = board.getBoundingClientRect();
  const over =
    board.parentElement?.querySelectorAll('.react-flow__panel > :not(a, [role=status]), [data-over-canvas]') ?? [];
  const bars = [...over].map((bar) => {
    const at = bar.getBoundingClientRect();
    return { x: at.left - left, y: at.top - top, width: at.width, height: at.height };
  });
  return { size: { width, height }, bars: bars.filter((bar) => bar.width > 0 && bar.height > 0) };
}
