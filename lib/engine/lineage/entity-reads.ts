import { type ColumnName, columnsOf } from '@/lib/sql/columns';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity } from './lineage';
import { ownNames } from './over-inputs';

/** What one expression names: fields of its own entity, and columns of its inputs by their position. */
type TreeReads = { own: readonly string[]; columns: readonly InputColumn[] };
export type InputColumn = { at: number; name: string };

/**
 * What the expressions of an entity name, whoever needs it: thousands of consumers carry their needs through the same
 * entities, and only which of its fields they need is their own.
 */
export type EntityReads = {
  /** By the position of the attribute; null for what comes from nowhere yet. */
  attributes: readonly (TreeReads | null)[];
  /** Of `where` and then of each group key: needed for the rows. */
  rows: readonly TreeReads[];
  /** Of each input's condition, by its position. */
  on: readonly (readonly InputColumn[])[];
  /** Some expression names a field of its own entity. */
  hasOwn: boolean;
  /** Some attribute comes from nowhere yet. */
  hasWishes: boolean;
  /**
   * By the position of the attribute, the joins it names of those that are dropped when nothing of them is needed; null
   * where no join is.
   */
  droppable: readonly (readonly number[])[] | null;
};

/** Found once for a compiled entity; a column of an alias that no input has is left out. */
export function entityReads(entity: CompiledEntity): EntityReads {
  const known = found.get(entity);
  if (known) return known;
  const { inputs = [], where = null, groupBy = [] } = entity.derivation ?? {};
  const position = new Map(inputs.map(({ alias }, at) => [alias, at]));
  const inputColumn = ({ qualifier, name }: ColumnName): readonly InputColumn[] => {
    const at = qualifier === null ? undefined : position.get(qualifier);
    return at === undefined ? NONE : [{ at, name }];
  };
  const inputColumns = (columns: readonly ColumnName[]) => columns.flatMap(inputColumn);
  const readsOf = (tree: Expression): TreeReads => ({
    own: ownNames(tree),
    columns: tree.kind === 'column' ? inputColumn(tree) : inputColumns(columnsOf(tree)),
  });
  const all = [...entity.attributes.values()];
  const attributes = all.map(({ tree }) => (tree === null ? null : readsOf(tree)));
  const rowTrees = [where, ...groupBy.map((key) => entity.attributes.get(key)?.tree ?? null)];
  const rows = rowTrees.flatMap((tree) => (tree === null ? [] : [readsOf(tree)]));
  const made: EntityReads = {
    attributes,
    rows,
    on: inputs.map(({ on }) => (on === null ? [] : inputColumns(columnsOf(on)))),
    hasOwn: attributes.some(namesOwn) || rows.some(namesOwn),
    hasWishes: all.some(({ tree }) => tree === null),
    droppable: inputs.some(({ droppable }) => droppable)
      ? attributes.map((reads) => namedAmong(reads, (at) => inputs[at]?.droppable ?? false))
      : null,
  };
  found.set(entity, made);
  return made;
}

function namesOwn(reads: TreeReads | null): boolean {
  return reads !== null && reads.own.length > 0;
}

function namedAmong(reads: TreeReads | null, isMeant: (at: number) => boolean): readonly number[] {
  const named = (reads?.columns ?? NONE).flatMap(({ at }) => (isMeant(at) ? [at] : []));
  return named.length === 0 ? NONE : [...new Set(named)];
}

const NONE: readonly never[] = [];
const found = new WeakMap<CompiledEntity, EntityReads>();
