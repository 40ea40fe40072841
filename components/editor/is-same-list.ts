/** True for lists with the very same members in the same order. */
export function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((member, index) => Object.is(member, b[index])));
}
