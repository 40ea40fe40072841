import { columnsOf } from '@/lib/sql/columns';
import { conjunctsOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity, CompiledInput, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';

/**
 * For an entity with a row per moment, the columns of each input that say the moment, by its alias; an input that is not in it
 * is looked up by keys without the moment, so that it says how things are now. An input is of the moment when that is made of
 * it, when a condition holds something of it against the moment, or when the whole key of one that is stands for it. Null where
 * the moment is read of nothing: it is the day a row is written, with all that was known on it.
 */
export function columnsOfDay(
  lineage: Lineage,
  entity: CompiledEntity,
  days: readonly string[],
): ReadonlyMap<string, readonly string[]> | null {
  const inputs = entity.derivation?.inputs ?? [];
  const found = new Map<string, Set<string>>();
  const add = (alias: string, column: string | null) => {
    const columns = found.get(alias) ?? new Set<string>();
    found.set(alias, column === null ? columns : columns.add(column));
  };
  for (const day of days) {
    const tree = overInputs(entity, day);
    const columns = tree ? columnsOf(tree) : [];
    if (columns.length === 0) return null;
    for (const { qualifier, name } of columns) if (qualifier !== null) add(qualifier, name);
  }
  const conditions = inputs.flatMap(({ on }) => (on ? conjunctsOf(on) : []));
  for (let before = -1; before !== sizeOf(found); ) {
    before = sizeOf(found);
    for (const condition of conditions) carryDay(condition, found, add);
    for (const input of inputs)
      if (!found.has(input.alias) && isByWholeKey(lineage, inputs, input, found)) add(input.alias, null);
  }
  return new Map([...found].map(([alias, columns]) => [alias, [...columns].sort()]));
}

type Found = ReadonlyMap<string, ReadonlySet<string>>;

/** What a condition holds against the moment says the moment too. */
function carryDay(condition: Expression, found: Found, add: (alias: string, column: string) => void): void {
  const columns = columnsOf(condition);
  if (!columns.some(({ qualifier, name }) => qualifier !== null && found.get(qualifier)?.has(name))) return;
  for (const { qualifier, name } of columns) if (qualifier !== null) add(qualifier, name);
}

/** Do the conditions tie an input to every key column of one that is of the moment? */
function isByWholeKey(lineage: Lineage, inputs: readonly CompiledInput[], input: CompiledInput, found: Found): boolean {
  const ties = inputs.flatMap(({ on }) => (on ? conjunctsOf(on).map(columnsOf) : []));
  const own = ties.filter((columns) => columns.some(({ qualifier }) => qualifier === input.alias));
  return inputs.some((other) => {
    const key = keyOf(lineage, other);
    if (!found.has(other.alias) || key.length === 0) return false;
    return key.every((name) =>
      own.some((columns) => columns.some((column) => column.qualifier === other.alias && column.name === name)),
    );
  });
}

function keyOf(lineage: Lineage, { kind, ref }: CompiledInput): readonly string[] {
  return (kind === 'table' ? lineage.table(ref)?.table.key : lineage.entity(ref)?.grain) ?? [];
}

function sizeOf(found: Found): number {
  return [...found.values()].reduce((sum, columns) => sum + 1 + columns.size, 0);
}
