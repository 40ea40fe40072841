import type { TypeOf } from '@/lib/sql/print-engine';
import type { Column, Expression } from '@/lib/sql/tree';
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
 * Where it is checked that no two rows share a key. It travels with a key that is copied, or made so that two keys never
 * become one, from the rows an entity starts from, as long as every join finds one row at most; a filter or an inner join
 * leaves fewer rows, so that uniqueness before is enough for uniqueness after. Null for what a grouping makes unique.
 */
export function placeKey(lineage: Lineage, entity: CompiledEntity, key: readonly string[]): PlacedKey | null {
  let at: PlacedKey = { entity, key: [...key], strength: 'exact', stays: null };
  for (;;) {
    const { derivation } = at.entity;
    if (!derivation) return { ...at, stays: 'unbound' };
    if (derivation.groupBy.length > 0) {
      const { key: held } = at;
      return derivation.groupBy.every((name) => held.includes(name)) ? null : { ...at, stays: 'many-rows' };
    }
    const [from, ...joins] = derivation.inputs;
    const columns = columnsBehind(lineage, at);
    if (!from || columns === null) return { ...at, stays: 'cannot-tell' };
    const isOfFrom = columns.every(({ qualifier }) => qualifier === from.alias);
    if (!isOfFrom || joins.some(({ pinsGrain }) => !pinsGrain)) return { ...at, stays: 'cannot-tell' };
    if (from.kind === 'table') return at;
    const upstream = lineage.entity(from.ref);
    if (!upstream) return { ...at, stays: 'unbound' };
    const isWhole = derivation.where === null && joins.every(({ join }) => join === 'left');
    const strength = isWhole ? at.strength : 'sufficient';
    at = { entity: upstream, key: columns.map(({ name }) => name), strength, stays: null };
  }
}

function columnsBehind(lineage: Lineage, { entity, key }: PlacedKey): Column[] | null {
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
      const isSum = tree.operator === '+' || tree.operator === '-';
      const isWhole = typeExpression(tree, typeOf).type === 'integer';
      if (!isSum || !isWhole) return null;
      if (wholeLiteral(tree.right) !== null) return columnInjected(tree.left, typeOf);
      return wholeLiteral(tree.left) === null ? null : columnInjected(tree.right, typeOf);
    }
    case 'cast': {
      const isText = tree.to === 'string' && typeExpression(tree.operand, typeOf).type === 'integer';
      return isText ? columnInjected(tree.operand, typeOf) : null;
    }
    default:
      return null;
  }
}
