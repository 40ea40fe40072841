import { mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { parsedAt } from './expressions';
import { attributeNamesIn, recordOf } from './model-index';
import type { ModelDocument, RecordId } from './records';

/**
 * What an attribute is computed from, in terms of its entity's inputs: a bare name in its expression is another attribute
 * of the same entity and is replaced by that one's own expression. A wish stays a bare name, because nothing is known of
 * it. Null for an attribute that is a wish itself, or does not parse, or comes back to itself.
 */
export function boundExpression(document: ModelDocument, attributeId: RecordId): Expression | null {
  return expand(document, attributeId, []);
}

function expand(document: ModelDocument, attributeId: RecordId, above: readonly RecordId[]): Expression | null {
  const attribute = recordOf(document, 'attribute', attributeId);
  const tree = attribute && parsedAt(attribute, { in: 'expression' });
  if (attribute === null || tree === null || above.includes(attributeId)) return null;
  const names = attributeNamesIn(document, attribute.entityId);
  let isLoop = false;
  const expanded = mapColumns(tree, (column) => {
    const own = column.qualifier === null ? names.get(column.name) : undefined;
    if (own === undefined || own.expression === null) return undefined;
    const inner = expand(document, own.id, [...above, attributeId]);
    if (inner === null) isLoop = true;
    return inner ?? undefined;
  });
  return isLoop ? null : expanded;
}
