/** `"r7"`: the seventh accepted save of a draft. */
export function revisionTag(revision: number): string {
  return `"r${revision}"`;
}

/** `"v7"`: the seventh state of any other row. */
export function versionTag(version: number): string {
  return `"v${version}"`;
}

/** The store counts no further. */
export const VERSION_MAX = 2 ** 31 - 1;

/** The number in a tag of ours; null for anything else, and for a weak tag: a write needs an exact one. */
export function readTag(tag: string): number | null {
  const digits = /^"[rv](\d{1,10})"$/.exec(tag.trim())?.[1];
  return digits === undefined || Number(digits) > VERSION_MAX ? null : Number(digits);
}
