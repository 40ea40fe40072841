import type { Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';

/**
 * A filter carried through `coalesce(a.id, upper(a.id))` doubles at every level, so a file of a few lines could ask for
 * more than any machine holds. Past this many nodes a filter is no longer carried: all rows are asked for, which is
 * allowed, and nobody would have read it.
 */
const NODES_MAX = 300;
const DEPTH_MAX = 60;

/** False for a filter that has grown past reading; counting stops as soon as that is known. */
export function isReadable(tree: Expression): boolean {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const made = isSmall(tree);
  known.set(tree, made);
  return made;
}

const known = new WeakMap<Expression, boolean>();

function isSmall(tree: Expression): boolean {
  let nodes = 0;
  const waiting: { tree: Expression; depth: number }[] = [{ tree, depth: 1 }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    nodes += 1;
    if (nodes > NODES_MAX || at.depth > DEPTH_MAX) return false;
    for (const child of childrenOf(at.tree)) waiting.push({ tree: child, depth: at.depth + 1 });
  }
  return true;
}
