/** Gives the focus to the drawing, where arrows and letters work at once. Called while what closes still has the focus. */
export function focusBoard(): void {
  document.querySelector<HTMLElement>('[data-canvas] [role=application]')?.focus({ preventScroll: true });
}
