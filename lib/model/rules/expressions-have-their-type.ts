import type { SqlType } from '@/lib/sql/tree';
import { typeExpression } from '@/lib/sql/types';
import { columnsInScope } from '../columns-in-scope';
import { expressionsIn, type WrittenExpression } from '../expressions';
import type { Fix, Issue } from '../issue';
import { AttributeType, type ModelDocument, type ModelRecord } from '../records';
import { scopeOf } from '../scope';
import type { ModelSurroundings } from '../surroundings';
import { fitsType, wantedTypes } from '../wanted-types';

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
  if (wanted === null || wanted.some((one) => fitsType(parsed.value, type, one))) return [];
  const facts = { code: 'expression-wrong-type' as const, place, wanted, found: type };
  return [{ severity: 'error', at: record.id, ...facts, ...retyped(record, type) }];
}

function retyped(record: ModelRecord, found: SqlType): { fix?: Fix } {
  const type = AttributeType.safeParse(found);
  if (record.kind !== 'attribute' || !type.success) return {};
  const does = { verb: 'set-type' as const, type: type.data };
  return { fix: { does, put: [{ ...record, type: type.data }], remove: [] } };
}
