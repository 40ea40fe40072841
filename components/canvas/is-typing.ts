/** True while somebody types, or a dialog, menu or list has the floor: then the canvas hears no keys. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && isForText(target)) return true;
  return (
    document.querySelector('[role=dialog][data-state=open], [role=menu][data-state=open], [role=alertdialog]') !== null
  );
}

function isForText(target: HTMLElement): boolean {
  return (
    target.isContentEditable ||
    target.closest(
      'input:not([type=checkbox]):not([type=radio]), textarea, select, [role=listbox], [role=combobox]',
    ) !== null
  );
}
