import { useState } from 'react';

/**
 * Gives the focus back, when what opened over it closes, to whatever had it; what a menu opened goes back to the menu's
 * button. It is read as the opening is rendered, before anything moves. Whoever moved the focus elsewhere keeps it.
 */
export function useReturnFocus(isOpen: boolean): (event: Event) => void {
  const [seen, setSeen] = useState<{ isOpen: boolean; opener: HTMLElement | null }>({ isOpen: false, opener: null });
  if (seen.isOpen !== isOpen) setSeen({ isOpen, opener: isOpen ? openerOf() : seen.opener });
  return (event) => {
    event.preventDefault();
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && seen.opener?.isConnected) seen.opener.focus({ preventScroll: true });
  };
}

function openerOf(): HTMLElement | null {
  if (typeof document === 'undefined') return null;
  const menu = document.activeElement?.closest('[role=menu]');
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : document.activeElement;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}
