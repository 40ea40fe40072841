import type { TypeOf } from '@/lib/sql/print-engine';
import type { Binary, Column, Expression, SqlType } from '@/lib/sql/tree';
import { typeExpression } from '@/lib/sql/types';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import { typesOfInputs } from './input-types';
import { wholeLiteral } from './literal-numbers';
import type { StayReason, Strength } from './placement';

/** A key that no two rows share, as far left as that says the same, or enough. */
export type PlacedKey = {
  entity: CompiledEntity;
  key: string[];
  strength: Strength;
  /** Null at a source. */
  stays: StayReason | null;
};

/**
 * Where it is checked that no two rows share a key, as far left as `stepKey` takes it. Null for what a grouping makes
 * unique.
 */
export function placeKey(lineage: Lineage, entity: CompiledEntity, key: readonly string[]): PlacedKey | null {
  let at: PlacedKey = { entity, key: [...key], strength: 'exact', stays: null };
  for (;;) {
    const { derivation } = at.entity;
    const { key: held } = at;
    const isGrouped = derivation !== null && derivation.groupBy.length > 0;
    if (isGrouped && derivation.groupBy.every((name) => held.includes(name))) return null;
    const step = stepKey(lineage, at.entity, at.key);
    if (step === 'source') return at;
    if (typeof step === 'string') return { ...at, stays: step };
    at = { ...step, strength: at.strength === 'exact' ? step.strength : at.strength, stays: null };
  }
}

/**
 * A key one hop to the left. It travels when it is copied, or made so that two keys never become one, from the rows an
 * entity starts from, as long as every join finds one row at most; a filter or an inner join leaves fewer rows, so that
 * uniqueness before is enough for uniqueness after. `source` is where its columns come out of a table.
 */
export function stepKey(
  lineage: Lineage,
  entity: CompiledEntity,
  key: readonly string[],
): Omit<PlacedKey, 'stays'> | StayReason | 'source' {
  const { derivation } = entity;
  if (!derivation) return 'unbound';
  if (derivation.groupBy.length > 0) return 'many-rows';
  const [from, ...joins] = derivation.inputs;
  const columns = columnsBehind(lineage, entity, key);
  if (!from || columns === null) return 'cannot-tell';
  const isOfFrom = columns.every(({ qualifier }) => qualifier === from.alias);
  if (!isOfFrom || joins.some(({ pinsGrain }) => !pinsGrain)) return 'cannot-tell';
  if (from.kind === 'table') return 'source';
  const upstream = lineage.entity(from.ref);
  if (!upstream) return 'unbound';
  const isWhole = derivation.where === null && joins.every(({ join }) => join === 'left');
  return {
    entity: upstream,
    key: [...new Set(columns.map(({ name }) => name))],
    strength: isWhole ? 'exact' : 'sufficient',
  };
}

function columnsBehind(lineage: Lineage, entity: CompiledEntity, key: readonly string[]): Column[] | null {
  const typeOf = typesOfInputs(lineage, entity);
  const columns = key.map((name) => {
    const tree = overInputs(entity, name);
    return tree && columnInjected(tree, typeOf);
  });
  const found = columns.filter((column) => column !== null);
  return found.length === columns.length && found.length > 0 ? found : null;
}

/** The column, where two values of it never make the same; a cut moment, a part of a text or a lower case may. */
function columnInjected(tree: Expression, typeOf: TypeOf): Column | null {
  switch (tree.kind) {
    case 'column':
      return tree;
    case 'unary':
      return tree.operator === 'not' ? null : columnInjected(tree.operand, typeOf);
    case 'binary': {
      const by = BESIDE[tree.operator];
      if (!by || typeExpression(tree, typeOf).type !== by.type) return null;
      if (by.keeps(tree.right)) return columnInjected(tree.left, typeOf);
      return by.keeps(tree.left) ? columnInjected(tree.right, typeOf) : null;
    }
    case 'cast': {
      const isText = tree.to === 'string' && typeExpression(tree.operand, typeOf).type === 'integer';
      return isText ? columnInjected(tree.operand, typeOf) : null;
    }
    default:
      return null;
  }
}

type Beside = { type: SqlType; keeps: (constant: Expression) => boolean };

const ADDED: Beside = { type: 'integer', keeps: (tree) => wholeLiteral(tree) !== null };

/** What may stand beside the column: a whole number added, one but zero that multiplies, a text that is put to a text. */
const BESIDE: Partial<Record<Binary['operator'], Beside>> = {
  '+': ADDED,
  '-': ADDED,
  '*': { type: 'integer', keeps: (tree) => wholeLiteral(tree) !== null && wholeLiteral(tree) !== 0n },
  '||': { type: 'string', keeps: (tree) => tree.kind === 'literal' && tree.type === 'string' },
};
