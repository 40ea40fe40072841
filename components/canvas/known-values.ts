import { indexModel } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';

/** The values a field is stated to have, from the needs drawn on it; none when nobody has said. */
export function knownValues(document: ModelDocument, fieldId: RecordId): string[] {
  const stated = indexModel(document).byKind.expectation.find(
    ({ onId, rule }) => onId === fieldId && rule.rule === 'in-set',
  );
  return stated?.rule.rule === 'in-set' ? stated.rule.values.map(String) : [];
}
