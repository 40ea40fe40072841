/** What wanted the focus while a menu had the floor. */
let waiting: HTMLElement | null = null;

/** Focuses; where a menu still has the floor, as soon as it closes. */
export function takeFocus(element: HTMLElement): void {
  element.focus();
  waiting = document.activeElement === element ? null : element;
}

/** For a menu that closes: the focus goes to what its entry opened, if that waits for it, else back to where it was. */
export function giveFocus(event: Event): void {
  if (!waiting?.isConnected) return;
  event.preventDefault();
  waiting.focus();
  waiting = null;
}
