/** How long a canvas may take to get somewhere, in ms: no time at all for whoever asked their system for no motion. */
export function gliding(ms: number): { duration: number } {
  return { duration: isStill() ? 0 : ms };
}

/** Whether whoever looks asked their system for no motion. */
export function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
