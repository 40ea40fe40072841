import type { Finding, FindingFacts } from './finding';
import type { TreeNode, TreePath } from './tree';

/**
 * A place in a file that may or may not be what it should be. Names and references are checked even where the shape of
 * the file is wrong, so that everything wrong is told at once; asking for what is not there answers with nothing.
 */
export type Cursor = { readonly node: TreeNode | null; readonly at: number; readonly path: TreePath };

export function cursorAt(root: TreeNode): Cursor {
  return { node: root, at: root.at, path: [] };
}

/** The value of a key; nothing when there is no such key or no map. */
export function child(cursor: Cursor, key: string): Cursor {
  const entry = cursor.node?.kind === 'map' ? cursor.node.entries.get(key) : undefined;
  return { node: entry?.value ?? null, at: entry?.value.at ?? cursor.at, path: [...cursor.path, key] };
}

/** The entries of a list; none when it is no list. */
export function itemsOf(cursor: Cursor): Cursor[] {
  if (cursor.node?.kind !== 'list') return [];
  return cursor.node.items.map((node, index) => ({ node, at: node.at, path: [...cursor.path, index] }));
}

/** The keys of a map with the places of the keys themselves. */
export function entriesOf(cursor: Cursor): { key: string; keyCursor: Cursor; value: Cursor }[] {
  if (cursor.node?.kind !== 'map') return [];
  return Array.from(cursor.node.entries, ([key, { keyAt, value }]) => {
    const path = [...cursor.path, key];
    return { key, keyCursor: { node: null, at: keyAt, path }, value: { node: value, at: value.at, path } };
  });
}

/** The text that stands here, or null. */
export function textOf(cursor: Cursor): string | null {
  return cursor.node?.kind === 'scalar' && typeof cursor.node.value === 'string' ? cursor.node.value : null;
}

/** True when a key was written, whatever its value. */
export function isWritten(cursor: Cursor): boolean {
  return cursor.node !== null;
}

export function findingAt(cursor: Cursor, facts: FindingFacts): Finding {
  return { ...facts, at: cursor.at, path: cursor.path };
}
