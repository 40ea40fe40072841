import { aggregatesIn } from '@/lib/sql/columns';
import { expressionsIn } from '../expressions';
import type { ExpressionPlace, Issue } from '../issue';
import { recordOf } from '../model-index';
import type { ModelDocument, ModelRecord } from '../records';

/**
 * An expression over one row cannot look at many. Conditions never can, a measure's expression is what its aggregation
 * aggregates, a formula is over metrics that are aggregated already, and an attribute may only where its entity groups.
 */
export function rowsDoNotAggregate(document: ModelDocument): Issue[] {
  return expressionsIn(document).flatMap(({ record, written: { place, parsed } }): Issue[] => {
    const [found] = parsed.ok ? aggregatesIn(parsed.value) : [];
    if (found === undefined || mayAggregate(document, record, place)) return [];
    const facts = { code: 'aggregate-in-row-expression' as const, place, aggregate: found.name };
    return [{ severity: 'error', at: record.id, ...facts }];
  });
}

function mayAggregate(document: ModelDocument, record: ModelRecord, place: ExpressionPlace): boolean {
  if (record.kind !== 'attribute' || place.in !== 'expression') return false;
  const groups = recordOf(document, 'entity', record.entityId)?.derivation?.groupBy ?? [];
  return groups.length > 0;
}
