/**
 * The first so many of a list as sorting all of it would put them, without sorting the rest or keeping it: of a hundred
 * thousand hits people see sixty. Items that compare as equal keep their order.
 */
export class FirstSorted<T> {
  private readonly first: T[] = [];

  constructor(
    private readonly max: number,
    private readonly compare: (a: T, b: T) => number,
  ) {}

  /** The last of those that are first so far, once there are so many; what comes no earlier need not be added. */
  get last(): T | undefined {
    return this.first.length >= this.max ? this.first.at(-1) : undefined;
  }

  add(item: T): void {
    const { first, max, compare } = this;
    if (max === Number.POSITIVE_INFINITY) {
      first.push(item);
      return;
    }
    const { last } = this;
    if (max <= 0 || (last !== undefined && compare(item, last) >= 0)) return;
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

  sorted(): readonly T[] {
    return this.max === Number.POSITIVE_INFINITY ? this.first.sort(this.compare) : this.first;
  }
}
