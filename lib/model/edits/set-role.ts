import { printExpression } from '@/lib/sql/print';
import { mapColumns } from '@/lib/sql/rewrite';
import { mapCuts, pathToCut } from '../cuts';
import { withExpressions } from '../expressions';
import { indexModel, recordOf } from '../model-index';
import type { MetricRecord, ModelDocument, RecordId, RelationshipRecord } from '../records';
import { resolveName } from '../references';
import { measuredEntities, scopeOf } from '../scope';
import { putRecords } from './put-records';

/**
 * Names, renames or takes away the role of a relationship. Expressions and metrics that reached an entity by the old role follow to
 * the new one; without a role left they fall back on the entity's name.
 */
export function setRole(
  document: ModelDocument,
  { relationshipId, role }: { relationshipId: RecordId; role: string | null },
): ModelDocument {
  const relationship = recordOf(document, 'relationship', relationshipId);
  if (relationship === null || relationship.role === role) return document;
  const changed = putRecords(document, { ...relationship, role });
  if (relationship.role === null) return changed;
  const records = Object.values(document.records).filter(({ id }) => id !== relationshipId);
  const followed = records.map((record) =>
    withExpressions(record, ({ place, text, parsed }) => {
      const scope = scopeOf(document, record, place);
      if (scope?.over !== 'attributes' || !parsed.ok) return text;
      const tree = mapColumns(parsed.value, (column) => {
        if (column.qualifier !== relationship.role) return undefined;
        const entityId = scope.entityIds.find((id) => isReachedBy(document, id, relationshipId, column));
        const qualifier = entityId && (role ?? nameOfEnd(document, entityId, column));
        return qualifier ? { ...column, qualifier } : undefined;
      });
      return tree === parsed.value ? text : printExpression(tree);
    }),
  );
  const recut = followed.map((record) =>
    record.kind === 'metric' ? followCuts(document, record, relationship, role) : record,
  );
  return putRecords(changed, ...recut.filter((record) => record !== document.records[record.id]));
}

function followCuts(
  document: ModelDocument,
  metric: MetricRecord,
  relationship: RelationshipRecord,
  role: string | null,
): MetricRecord {
  const starts = measuredEntities(document, metric.id);
  return mapCuts(metric, (cut) => {
    if (cut.role === null || cut.role !== relationship.role) return cut;
    const isThere = starts.some((from) => pathToCut(document, from, cut)?.at(-1)?.relationshipId === relationship.id);
    return isThere ? { ...cut, role } : cut;
  });
}

type ColumnName = { qualifier: string | null; name: string };

function isReachedBy(document: ModelDocument, fromId: RecordId, relationshipId: RecordId, column: ColumnName): boolean {
  const found = resolveName(document, fromId, column);
  return found.ok && found.value.path.at(-1)?.relationshipId === relationshipId;
}

function nameOfEnd(document: ModelDocument, fromId: RecordId, column: ColumnName): string | null {
  const found = resolveName(document, fromId, column);
  const attribute = found.ok ? recordOf(document, 'attribute', found.value.attributeId) : null;
  return indexModel(document).byKind.entity.find(({ id }) => id === attribute?.entityId)?.name ?? null;
}
