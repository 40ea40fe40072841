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
export function overInputs(
  entity: CompiledEntity,
  name: string,
  above: ReadonlySet<string> = new Set(),
): Expression | null {
  const tree = entity.attributes.get(name)?.tree ?? null;
  if (tree === null || above.has(name)) return null;
  const own = ownNames(tree);
  if (own.length === 0) return tree;
  const seen = new Set([...above, name]);
  const replaced = new Map(own.map((column) => [column, overInputs(entity, column, seen)]));
  if ([...replaced.values()].includes(null)) return null;
  const made = mapColumns(tree, (column) =>
    column.qualifier === null ? (replaced.get(column.name) ?? undefined) : undefined,
  );
  return isReadable(made) ? made : null;
}

const namesOf = new WeakMap<Expression, readonly string[]>();

/** The attributes of the same entity that an expression names. */
export function ownNames(tree: Expression): readonly string[] {
  const known = namesOf.get(tree);
  if (known) return known;
  const made = columnsOf(tree).flatMap((column) => (column.qualifier === null ? [column.name] : []));
  namesOf.set(tree, made);
  return made;
}
