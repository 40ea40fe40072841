import type { CompiledEntity, CompiledInput, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';

/**
 * Where a key of an entity comes from, one hop upstream: the input entity and the names of the same key there. Null where
 * the key is made here: by a grouping, by an expression that is more than a column, from several inputs or from a table.
 */
export function carryKey(
  lineage: Lineage,
  entity: CompiledEntity,
  key: readonly string[],
): { entity: CompiledEntity; key: string[]; input: CompiledInput } | null {
  const { derivation } = entity;
  if (!derivation || derivation.groupBy.length > 0) return null;
  const columns = key.map((name) => overInputs(entity, name));
  const aliases = new Set(columns.map((tree) => (tree?.kind === 'column' ? tree.qualifier : null)));
  const [alias] = aliases;
  if (aliases.size !== 1 || alias === null || alias === undefined) return null;
  const input = derivation.inputs.find((candidate) => candidate.alias === alias);
  const upstream = input?.kind === 'entity' ? lineage.entity(input.ref) : null;
  if (!input || !upstream) return null;
  return { entity: upstream, input, key: columns.flatMap((tree) => (tree?.kind === 'column' ? [tree.name] : [])) };
}

/** A key that is the whole grain, or holds it, or is exactly what its rows are grouped by, cannot repeat. */
export function isDeclaredUnique(entity: CompiledEntity, key: readonly string[]): boolean {
  const holds = (names: readonly string[]) => names.length > 0 && names.every((name) => key.includes(name));
  return holds(entity.grain) || holds(entity.derivation?.groupBy ?? []);
}
