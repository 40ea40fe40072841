import type { KeyboardEvent, RefObject } from 'react';
import type { Box } from '@/components/canvas/box';
import { type Direction, nearestCard, readingOrder } from '@/components/canvas/nearest-card';
import { useCanvasKeys } from '@/components/canvas/use-canvas-keys';
import { useEditor } from '@/components/editor/editor-context';
import type { RecordId } from '@/lib/model/records';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * Arrows go from card to card as on the canvas, from the one that has the focus, else from the selected one, else to the
 * first. Cards are found by `data-tree`; what is given back is for the keys pressed on one of them.
 */
export function useTreeWalk(board: RefObject<HTMLElement | null>, boxes: ReadonlyMap<RecordId, Box>) {
  const editor = useEditor();
  const step = (direction: Direction, focused: RecordId | null) => {
    const here = boxes.get(focused ?? editor.get().selection[0] ?? '');
    const next = here ? nearestCard(here, boxes, direction) : (readingOrder(boxes)[0] ?? null);
    if (next === null) return;
    editor.select([next]);
    const card = board.current?.querySelector(`[data-tree="${CSS.escape(next)}"]`);
    if (!(card instanceof HTMLElement)) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  useCanvasKeys({
    arrowleft: () => step('left', null),
    arrowright: () => step('right', null),
    arrowup: () => step('up', null),
    arrowdown: () => step('down', null),
  });
  return (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    if (!direction || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const card = event.target instanceof Element ? event.target.closest('[data-tree]') : null;
    event.preventDefault();
    step(direction, card?.getAttribute('data-tree') ?? null);
  };
}
