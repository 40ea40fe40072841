/** True while somebody types, or a dialog, menu or list has the floor: then the canvas hears no keys. */
export function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog][data-state=open], [role=menu][data-state=open], [role=alertdialog]'))
    return true;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [role=listbox], [role=combobox]',
    ) !== null
  );
}
