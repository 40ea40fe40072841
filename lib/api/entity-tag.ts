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

/**
 * The number in a tag of ours; null for anything else, and for a weak tag: a write needs an exact one. Revisions are counted
 * in the store; what stands for the state of another row may be a fingerprint, which is larger.
 */
export function readTag(tag: string): number | null {
  const [, kind, digits] = /^"([rv])(\d{1,15})"$/.exec(tag.trim()) ?? [];
  return digits === undefined || (kind === 'r' && Number(digits) > VERSION_MAX) ? null : Number(digits);
}
