/**
 * What a workspace file says, with the place of everything it says. Maps are lists of entries rather than objects: no
 * key can reach a prototype, order is kept, and a shared node (a YAML alias) is one object however often it is named.
 * Each node knows what it expands to, so that nothing has to be walked to find out that it is too much.
 */
export type TreeNode = TreeMap | TreeList | TreeScalar;
export type TreeMap = Weighed & { readonly kind: 'map'; readonly entries: ReadonlyMap<string, TreeEntry> };
export type TreeEntry = { readonly keyAt: number; readonly value: TreeNode };
export type TreeList = Weighed & { readonly kind: 'list'; readonly items: readonly TreeNode[] };
export type TreeScalar = Weighed & { readonly kind: 'scalar'; readonly value: Scalar };
export type Scalar = string | number | boolean | null;

type Weighed = {
  /** Offset of its first character. */
  readonly at: number;
  /** Values in it once aliases are followed, itself included. */
  readonly size: number;
  /** Levels of lists and maps in it, itself included. */
  readonly depth: number;
};

/** Where something stands in a file: keys and positions in lists, from the root. */
export type TreePath = readonly (string | number)[];

export function scalarNode(at: number, value: Scalar): TreeScalar {
  return { kind: 'scalar', at, value, size: 1, depth: 0 };
}

export function listNode(at: number, items: readonly TreeNode[]): TreeList {
  return { kind: 'list', at, items, ...weightOf(items) };
}

export function mapNode(at: number, entries: ReadonlyMap<string, TreeEntry>): TreeMap {
  return { kind: 'map', at, entries, ...weightOf(Array.from(entries.values(), (entry) => entry.value)) };
}

function weightOf(children: readonly TreeNode[]): { size: number; depth: number } {
  let size = 1;
  let depth = 0;
  for (const child of children) {
    size += child.size;
    depth = Math.max(depth, child.depth);
  }
  return { size, depth: depth + 1 };
}

/** The plain value of a node. Its expanded size has been bounded, and `__proto__` never gets this far. */
export function toPlainValue(node: TreeNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlainValue);
  return Object.fromEntries(Array.from(node.entries, ([key, entry]) => [key, toPlainValue(entry.value)]));
}

/** The node at a path, or the nearest one above it that exists. */
export function nearestNode(root: TreeNode, path: TreePath): TreeNode {
  let node = root;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === null) return node;
    node = next;
  }
  return node;
}

function childOf(node: TreeNode, step: string | number): TreeNode | null {
  if (node.kind === 'map') return node.entries.get(String(step))?.value ?? null;
  if (node.kind === 'list' && typeof step === 'number') return node.items[step] ?? null;
  return null;
}
