/** Keys name things in addresses and files: lower-case words, digits and single dashes, 63 characters at most. */
export const KEY = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LENGTH_MAX = 63;

/** True for a key that may be written in a workspace file or an address. */
export function isKey(text: string): boolean {
  return text.length <= LENGTH_MAX && KEY.test(text);
}

/** A key from a person's words: `Kundendaten – Süd` becomes `kundendaten-sud`. Empty words become the fallback. */
export function toKey(words: string, fallback = 'untitled'): string {
  const dashed = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '');
  return dashed.slice(0, LENGTH_MAX).replace(/-+$/, '') || fallback;
}

/** The key itself when it is free, else the first of `key-2`, `key-3`, … that is. */
export function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let n = 2; ; n++) {
    const suffix = `-${n}`;
    const candidate = `${key.slice(0, LENGTH_MAX - suffix.length).replace(/-+$/, '')}${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
}
