const HIDDEN = 'data-aria-hidden';

/**
 * For the ref of a menu or list that hides all else from screen readers while it is open: what is hidden from them takes no
 * focus either, until it closes.
 */
export function holdOthers(content: HTMLElement | null): (() => void) | undefined {
  if (!content) return;
  const held = new Set<HTMLElement>();
  const hold = () => {
    for (const other of document.querySelectorAll<HTMLElement>(`[${HIDDEN}=true]:not([inert])`)) {
      other.toggleAttribute('inert', true);
      held.add(other);
    }
  };
  const observer = new MutationObserver(hold);
  observer.observe(document.body, { attributes: true, attributeFilter: [HIDDEN], subtree: true });
  hold();
  return () => {
    observer.disconnect();
    for (const other of held) other.removeAttribute('inert');
  };
}
