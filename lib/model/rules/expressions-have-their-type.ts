import type { Expression, SqlType } from '@/lib/sql/tree';
import { NUMBERS, ORDERABLE } from '@/lib/sql/type-rules';
import { isAssignable, typeExpression } from '@/lib/sql/types';
import { columnsInScope } from '../columns-in-scope';
import { expressionsIn, type WrittenExpression } from '../expressions';
import type { Fix, Issue } from '../issue';
import { type Aggregation, AttributeType, type ModelDocument, type ModelRecord } from '../records';
import { scopeOf } from '../scope';
import type { ModelSurroundings } from '../surroundings';

/**
 * An expression can be computed, and gives what its place takes: a condition for a filter, a number to sum, the declared
 * type for an attribute. A name that stands for nothing is `unknown` here; it has a rule of its own.
 */
export function expressionsHaveTheirType(document: ModelDocument, surroundings: ModelSurroundings): Issue[] {
  return expressionsIn(document).flatMap(({ record, written }) => typeIssues(document, surroundings, record, written));
}

function typeIssues(
  document: ModelDocument,
  surroundings: ModelSurroundings,
  record: ModelRecord,
  { place, parsed }: WrittenExpression,
): Issue[] {
  if (!parsed.ok) return [];
  const columns = columnsInScope(document, surroundings, scopeOf(document, record, place), place);
  const { type, problems } = typeExpression(parsed.value, (column) => columns.typeOf(column) ?? 'unknown');
  if (problems.length > 0)
    return problems.map(
      (problem): Issue => ({ code: 'expression-not-computable', severity: 'error', at: record.id, place, problem }),
    );
  const wanted = wantedTypes(record, place.in);
  if (wanted === null || wanted.some((one) => fits(parsed.value, type, one))) return [];
  const facts = { code: 'expression-wrong-type' as const, place, wanted, found: type };
  return [{ severity: 'error', at: record.id, ...facts, ...retyped(record, type) }];
}

/** A whole number is stored in a decimal as it is, and nothing else is converted without being asked to. */
function fits(tree: Expression, found: SqlType, wanted: SqlType): boolean {
  return isAssignable(found, wanted) || (wanted === 'json' && tree.kind === 'literal');
}

/** Null: anything will do. */
function wantedTypes(record: ModelRecord, place: WrittenExpression['place']['in']): readonly SqlType[] | null {
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

function retyped(record: ModelRecord, found: SqlType): { fix?: Fix } {
  const type = AttributeType.safeParse(found);
  if (record.kind !== 'attribute' || !type.success) return {};
  const does = { verb: 'set-type' as const, type: type.data };
  return { fix: { does, put: [{ ...record, type: type.data }], remove: [] } };
}
