/** The frame of everything that is typed into or picked from. Focus is a ring inside the flow: nothing jumps. */
export const controlStyle =
  'w-full min-w-0 rounded-md border border-line-2 bg-surface text-sm text-fg transition-[border-color,box-shadow] duration-120 placeholder:text-fg-3 hover:border-fg-3/50 focus-visible:border-accent focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-accent-soft disabled:opacity-50 aria-invalid:border-bad';
