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
  made.set(entity, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const tree = substitute(entity, name, new Set());
  known.set(name, tree);
  return tree;
}

/** By entity and attribute; the same tree for every caller, so that what is known of it is known once. */
const made = new WeakMap<CompiledEntity, Map<string, Expression | null>>();

function substitute(entity: CompiledEntity, name: string, above: ReadonlySet<string>): Expression | null {
  const tree = entity.attributes.get(name)?.tree ?? null;
  if (tree === null || above.has(name)) return null;
  const own = ownNames(tree);
  if (own.length === 0) return tree;
  const seen = new Set([...above, name]);
  const replaced = new Map(own.map((column) => [column, substitute(entity, column, seen)]));
  if ([...replaced.values()].includes(null)) return null;
  const whole = mapColumns(tree, (column) =>
    column.qualifier === null ? (replaced.get(column.name) ?? undefined) : undefined,
  );
  return isReadable(whole) ? whole : null;
}

const NONE: readonly string[] = [];
const namesOf = new WeakMap<Expression, readonly string[]>();

/** The attributes of the same entity that an expression names. */
export function ownNames(tree: Expression): readonly string[] {
  if (tree.kind === 'column') return tree.qualifier === null ? [tree.name] : NONE;
  const known = namesOf.get(tree);
  if (known) return known;
  const made = columnsOf(tree).flatMap((column) => (column.qualifier === null ? [column.name] : []));
  namesOf.set(tree, made);
  return made;
}
