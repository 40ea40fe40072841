import { columnsOf } from '@/lib/sql/columns';
import { mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { isReadable } from '../demand/predicate-size';
import type { CompiledEntity } from './lineage';

/**
 * What an attribute is over the input aliases alone. A bare name in an expression is another attribute of the same entity,
 * and is replaced by what that one is, however deep. Null for a wish, when one stands on a wish or on
 * itself, and when it has grown past reading.
 */
export function overInputs(entity: CompiledEntity, name: string): Expression | null {
  const known = made.get(entity) ?? new Map<string, Expression | null>();
  const before = known.get(name);
  if (before !== undefined) return before;
  made.set(entity, known);
  const open = new Set<string>();
  const waiting = [name];
  for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
    const tree = known.has(top) ? null : (entity.attributes.get(top)?.tree ?? null);
    const own = tree === null ? NONE : ownNames(tree);
    const next = own.filter((column) => !known.has(column));
    if (known.has(top)) {
      waiting.pop();
    } else if (next.length === 0 || open.has(top)) {
      waiting.pop();
      known.set(top, tree === null || next.length > 0 ? null : substituted(tree, own, known));
    } else {
      open.add(top);
      waiting.push(...next);
    }
  }
  return known.get(name) ?? null;
}

/** By entity and attribute; the same tree for every caller, so that what is known of it is known once. */
const made = new WeakMap<CompiledEntity, Map<string, Expression | null>>();

function substituted(
  tree: Expression,
  own: readonly string[],
  known: ReadonlyMap<string, Expression | null>,
): Expression | null {
  if (own.length === 0) return tree;
  if (own.some((column) => known.get(column) === null)) return null;
  const whole = mapColumns(tree, (column) =>
    column.qualifier === null ? (known.get(column.name) ?? undefined) : undefined,
  );
  return isReadable(whole) ? whole : null;
}

const NONE: readonly string[] = [];

/** The attributes of the same entity that an expression names. */
export function ownNames(tree: Expression): readonly string[] {
  if (tree.kind === 'column') return tree.qualifier === null ? [tree.name] : NONE;
  const columns = columnsOf(tree);
  if (columns.every(({ qualifier }) => qualifier !== null)) return NONE;
  return columns.flatMap((column) => (column.qualifier === null ? [column.name] : []));
}
