/**
 * The first so many of a list as sorting all of it would put them, without sorting the rest: of a hundred thousand hits
 * people see sixty. Items that compare as equal keep their order.
 */
export function firstSorted<T>(items: readonly T[], max: number, compare: (a: T, b: T) => number): T[] {
  if (items.length <= max) return [...items].sort(compare);
  const first: T[] = [];
  for (const item of items) {
    const last = first.at(-1);
    if (first.length >= max && (last === undefined || compare(item, last) >= 0)) continue;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = first[middle];
      if (at !== undefined && compare(item, at) < 0) high = middle;
      else low = middle + 1;
    }
    first.splice(low, 0, item);
    if (first.length > max) first.pop();
  }
  return first;
}
