/** What a file leaves out: what nobody has decided, what is empty, and what the reader assumes anyway. */
export function orAbsent<T>(value: T | null): T | undefined {
  return value === null ? undefined : value;
}

export function listOrAbsent<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}

export function unless<T>(value: T, assumed: T): T | undefined {
  return value === assumed ? undefined : value;
}
