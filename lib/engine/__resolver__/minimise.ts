/** A plain value of a file: what JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * The smallest value found for which the test still holds, by taking away one list item or one key after the other.
 * A workspace is too knotted for shrinking choices: most of what is taken away makes a file that is refused, and the
 * test says no to those.
 */
export function minimise(value: Json, holds: (candidate: Json) => boolean): Json {
  let best = value;
  for (let isShrinking = true; isShrinking; ) {
    isShrinking = false;
    for (const path of pathsIn(best).reverse()) {
      const smaller = without(best, path);
      if (smaller === undefined || !holds(smaller)) continue;
      best = smaller;
      isShrinking = true;
    }
  }
  return best;
}

type Path = (string | number)[];

function pathsIn(value: Json, at: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => [[...at, index], ...pathsIn(item, [...at, index])]);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => [[...at, key], ...pathsIn(item, [...at, key])]);
}

/** Undefined when there is nothing at the path, which an earlier step may have taken. */
function without(value: Json, [first, ...rest]: Path): Json | undefined {
  if (first === undefined) return undefined;
  if (Array.isArray(value)) {
    if (typeof first !== 'number' || first >= value.length) return undefined;
    if (rest.length === 0) return value.filter((_, index) => index !== first);
    const inner = without(value[first] ?? null, rest);
    return inner === undefined ? undefined : value.map((item, index) => (index === first ? inner : item));
  }
  if (value === null || typeof value !== 'object' || typeof first !== 'string' || !(first in value)) return undefined;
  const { [first]: taken = null, ...others } = value;
  if (rest.length === 0) return others;
  const inner = without(taken, rest);
  return inner === undefined ? undefined : { ...value, [first]: inner };
}
