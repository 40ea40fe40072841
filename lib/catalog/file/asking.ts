import { type Cursor, findingAt, itemsOf, textOf } from './cursor';
import type { FileNames } from './file-names';
import type { Finding } from './finding';
import { likelyMeant } from './likely-meant';

/** What a check of references carries along. Suggestions cost comparisons, so a hostile file gets a bounded number of them. */
export type Asking = { readonly names: FileNames; readonly findings: Finding[]; comparisonsLeft: number };

/** Anything that can say whether it has a name, and what names it has. */
export type Known = { has(name: string): boolean; keys(): Iterable<string>; readonly size: number };

const COMPARISONS_MAX = 50_000;

export function startAsking(names: FileNames, findings: Finding[]): Asking {
  return { names, findings, comparisonsLeft: COMPARISONS_MAX };
}

/** Reports a text that names nothing; what is no text is left to the shape of the file. True when it names something. */
export function askOne(asking: Asking, cursor: Cursor, what: string, known: Known): boolean {
  const name = textOf(cursor);
  if (name === null) return false;
  if (known.has(name)) return true;
  reportUnknown(asking, cursor, { what, name, known });
  return false;
}

/** Reports every entry of a list that names nothing, and every entry that stands there twice. */
export function askEach(asking: Asking, list: Cursor, what: string, known: Known): void {
  const seen = new Set<string>();
  for (const item of itemsOf(list)) {
    const name = textOf(item);
    if (askOne(asking, item, what, known) && name !== null) reportRepeat(asking, item, { what, name, seen });
  }
}

export function reportRepeat(
  asking: Asking,
  cursor: Cursor,
  { what, name, seen }: { what: string; name: string; seen: Set<string> },
): void {
  if (seen.has(name)) asking.findings.push(findingAt(cursor, { code: 'duplicate-name', what, name }));
  seen.add(name);
}

export function reportUnknown(
  asking: Asking,
  cursor: Cursor,
  { what, name, known }: { what: string; name: string; known: Known },
): void {
  asking.findings.push(
    findingAt(cursor, { code: 'unknown-reference', what, name, nearest: suggest(asking, name, known) }),
  );
}

/** The nearest known name, or null once the file has asked too often. */
export function suggest(asking: Asking, name: string, known: Known): string | null {
  if (known.size > asking.comparisonsLeft) return null;
  asking.comparisonsLeft -= known.size;
  return likelyMeant(name, known.keys());
}
