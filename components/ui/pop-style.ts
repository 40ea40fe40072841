/** Everything that floats over the page and closes by itself: menus, selects, popovers. */
export const popStyle =
  'z-50 overflow-y-auto rounded-lg bg-surface p-1 text-fg shadow-pop outline-none data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:zoom-in-98 duration-120';
