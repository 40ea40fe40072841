/** Order by code unit, the same on every machine; a locale's order would make two plans of one workspace differ. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
