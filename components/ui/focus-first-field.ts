/** A dialog opens where one answers it: at its first field, else on itself, and not on its close button. */
export function focusFirstField(event: Event): void {
  const dialog = event.currentTarget;
  if (!(dialog instanceof HTMLElement)) return;
  event.preventDefault();
  const field = dialog.querySelector<HTMLElement>('[data-autofocus], input, textarea, [role=combobox]');
  (field ?? dialog).focus();
}
