import { entityReads, type InputColumn } from './entity-reads';
import type { CompiledEntity, Lineage } from './lineage';

/** The input and the column in it, one after the other, both by their position; null where an input has no such column. */
type Positions = readonly number[] | null;

/**
 * Where the columns that an entity's expressions name stand in the entities it reads: needs are carried from position to
 * position, and no name is looked up for each of thousands of consumers. Columns of tables are left out.
 */
export type InputPositions = {
  inputs: readonly (CompiledEntity | null)[];
  /** By the position of the attribute. */
  attributes: readonly Positions[];
  rows: readonly Positions[];
  on: readonly Positions[];
};

const known = new WeakMap<CompiledEntity, InputPositions>();

/**
 * `read` is what is needed of the inputs, by their position: with the entity, null for one that nobody has; null for an
 * input that is not read, of which nothing is told.
 */
export function inputPositions(
  lineage: Lineage,
  entity: CompiledEntity,
  read: readonly ({ entity: CompiledEntity | null } | null)[],
): InputPositions {
  const before = known.get(entity);
  if (before && read.every((one, at) => one === null || one.entity === before.inputs[at])) return before;
  const inputs = (entity.derivation?.inputs ?? []).map(({ kind, ref }) =>
    kind === 'table' ? null : lineage.entity(ref),
  );
  const isTable = (at: number) => entity.derivation?.inputs[at]?.kind === 'table';
  const positionsOf = (columns: readonly InputColumn[]): Positions => {
    const positions: number[] = [];
    for (const { at, name } of columns) {
      if (isTable(at)) continue;
      const position = inputs[at]?.attributes.get(name)?.at;
      if (position === undefined) return null;
      positions.push(at, position);
    }
    return positions;
  };
  const { attributes, rows, on } = entityReads(entity);
  const made: InputPositions = {
    inputs,
    attributes: attributes.map((reads) => positionsOf(reads?.columns ?? [])),
    rows: rows.map(({ columns }) => positionsOf(columns)),
    on: on.map(positionsOf),
  };
  known.set(entity, made);
  return made;
}
