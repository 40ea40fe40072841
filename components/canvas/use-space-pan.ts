import { type RefObject, useEffect } from 'react';
import { isTyping } from './is-typing';

/**
 * While Space is held the whole board is a handle: cards, lines and areas let the pointer through to the ground, which is
 * moved, and nothing is dragged by mistake. React Flow itself only moves the ground where it is bare.
 */
export function useSpacePan(board: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const hold = (event: KeyboardEvent) => {
      const isForOther =
        isTyping(event.target) || (event.target instanceof Element && event.target.closest('button, a'));
      if (event.code === 'Space' && !isForOther) board.current?.setAttribute('data-panning', '');
    };
    const letGo = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.code === 'Space') board.current?.removeAttribute('data-panning');
    };
    window.addEventListener('keydown', hold);
    window.addEventListener('keyup', letGo);
    window.addEventListener('blur', letGo);
    return () => {
      window.removeEventListener('keydown', hold);
      window.removeEventListener('keyup', letGo);
      window.removeEventListener('blur', letGo);
    };
  }, [board]);
}
