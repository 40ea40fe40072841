import { columnsOf } from '@/lib/sql/columns';
import { mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { isReadable } from '../demand/predicate-size';
import type { CompiledEntity } from '../lineage/lineage';
import { overInputs, ownNames } from '../lineage/over-inputs';

/**
 * A condition over an entity's attributes (bare names) as the same condition over its input aliases: substitution, the one primitive
 * by which filters and rules move upstream. Every row gives both the same value, null included. It fails where an
 * attribute comes from nowhere yet, and where nobody could read the result.
 */
export function substituteInputs(
  entity: CompiledEntity,
  condition: Expression,
): { tree: Expression } | { tree: null; reason: 'unbound' | 'too-long' } {
  const own = new Map<string, Expression>();
  for (const name of ownNames(condition)) {
    const over = overInputs(entity, name);
    if (over === null) return { tree: null, reason: entity.attributes.get(name)?.tree ? 'too-long' : 'unbound' };
    own.set(name, over);
  }
  const tree = mapColumns(condition, ({ qualifier, name }) => (qualifier === null ? own.get(name) : undefined));
  return isReadable(tree) ? { tree } : { tree: null, reason: 'too-long' };
}

/** The inputs an expression speaks about, by alias. */
export function aliasesIn(tree: Expression): string[] {
  return [...new Set(columnsOf(tree).flatMap(({ qualifier }) => qualifier ?? []))];
}

/** The same expression in the terms of the one input it speaks about. */
export function withoutAlias(tree: Expression): Expression {
  return mapColumns(tree, ({ name }) => ({ kind: 'column', qualifier: null, name }));
}
