import { useEffect, useEffectEvent } from 'react';
import { isTyping } from './is-typing';

/**
 * The keys of the canvas. Nothing fires while somebody types or while a dialog or menu has the floor; letters and arrows
 * only work when no other control has the focus. `N` is the key as it is, `mod+z` held together.
 */
export function useCanvasKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
    const name = nameOf(event);
    const run = keys[name];
    if (!run || (isForControls(event.key) && isOnControl(event.target))) return;
    event.preventDefault();
    run(event);
  });
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  const code = /^Digit(\d)$/.exec(event.code)?.[1];
  const mod = event.metaKey || event.ctrlKey;
  return `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${event.shiftKey && code ? code : key}`;
}

/** Keys that a focused button, tab or tree needs for itself. */
function isForControls(key: string): boolean {
  return (
    key.startsWith('Arrow') ||
    key === 'Enter' ||
    key === ' ' ||
    key === 'Delete' ||
    key === 'Backspace' ||
    key === 'Tab'
  );
}

/** The board itself and the panel of a tab need no key. */
function isOnControl(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target === document.body || target.matches('[role=tabpanel]')) return false;
  if (target.closest('.react-flow__node, .react-flow__edge') && !target.closest('button, a')) return false;
  return target.closest('[data-canvas]') === null || target.closest('button, a, [role=toolbar]') !== null;
}
