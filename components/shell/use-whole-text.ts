import { useEffect } from 'react';

/** Titles that were given here, and not by whoever wrote the text. */
const told = new WeakSet<HTMLElement>();

/** Whoever points at a text that is cut off is told all of it. */
export function useWholeText(): void {
  useEffect(() => {
    document.addEventListener('pointerover', tell);
    return () => document.removeEventListener('pointerover', tell);
  }, []);
}

function tell({ target, buttons }: PointerEvent): void {
  const text = buttons === 0 && target instanceof Element ? target.closest<HTMLElement>('.truncate') : null;
  if (!text || (text.title !== '' && !told.has(text))) return;
  const isCut = text.scrollWidth > text.clientWidth;
  if (isCut) text.title = text.textContent ?? '';
  else text.removeAttribute('title');
  if (isCut) told.add(text);
}
