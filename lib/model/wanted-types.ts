import type { Expression, SqlType } from '@/lib/sql/tree';
import { NUMBERS, ORDERABLE } from '@/lib/sql/type-rules';
import { isAssignable } from '@/lib/sql/types';
import type { ExpressionPlace } from './issue';
import type { Aggregation, ModelRecord } from './records';

/** The types an expression may have at a place of a record; null where anything will do. */
export function wantedTypes(record: ModelRecord, place: ExpressionPlace['in']): readonly SqlType[] | null {
  if (place !== 'expression' && place !== 'formula') return ['boolean'];
  if (record.kind === 'attribute') return [record.type];
  return record.kind === 'measure' ? AGGREGATES[record.aggregation] : null;
}

const AGGREGATES: Record<Aggregation, readonly SqlType[] | null> = {
  sum: NUMBERS,
  average: NUMBERS,
  median: NUMBERS,
  percentile: NUMBERS,
  min: ORDERABLE,
  max: ORDERABLE,
  count: null,
  'count-distinct': null,
};

/**
 * A whole number is stored in a decimal as it is, and a decimal that is whole by how it is made as a whole number; nothing
 * else is converted without being asked to.
 */
export function fitsType(tree: Expression, found: SqlType, wanted: SqlType): boolean {
  if (isAssignable(found, wanted)) return true;
  if (wanted === 'integer' && found === 'decimal') return isWhole(tree);
  return wanted === 'json' && tree.kind === 'literal';
}

const ROUNDED = new Set(['floor', 'ceiling', 'trunc', 'round']);

function isWhole(tree: Expression): boolean {
  return tree.kind === 'call' && ROUNDED.has(tree.name) && tree.arguments.length === 1;
}
