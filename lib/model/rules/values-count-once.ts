import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import type { Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';
import type { Issue } from '../issue';
import { indexModel, recordOf } from '../model-index';
import type { MeasureRecord, ModelDocument } from '../records';
import { type ReferencePath, resolveName } from '../references';

/** What comes out otherwise when a value is taken once for each of several rows. */
const COUNTS_AGAIN: ReadonlySet<string> = new Set(['sum', 'average', 'median', 'percentile']);

/**
 * The total of an order, added up over its lines, is added once per line. Told where nothing of the lines themselves has a
 * say: an amount times the rate of its order is theirs, and a condition on them may pick the one that counts.
 */
export function valuesCountOnce(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.measure.flatMap((measure): Issue[] => {
    const { id, entityId, aggregation, expression } = measure;
    if (!COUNTS_AGAIN.has(aggregation) || expression === null) return [];
    const parsed = parseExpression(expression);
    if (!parsed.ok || readsOwn(document, measure, [expression, measure.filter])) return [];
    for (const column of valuesIn(parsed.value).flatMap(columnsOf)) {
      const found = resolveName(document, entityId, column);
      if (!found.ok || !isShared(document, found.value.path)) continue;
      const toId = recordOf(document, 'attribute', found.value.attributeId)?.entityId ?? entityId;
      const way = { fromId: entityId, toId, path: found.value.path, turnsAt: toId };
      return [{ code: 'fan-out', severity: 'error', at: id, place: { in: 'expression' }, ...way }];
    }
    return [];
  });
}

function readsOwn(document: ModelDocument, { entityId }: MeasureRecord, texts: readonly (string | null)[]): boolean {
  return texts.some((text) => {
    const parsed = text === null ? null : parseExpression(text);
    return (parsed?.ok ? columnsOf(parsed.value) : []).some((column) => {
      const found = resolveName(document, entityId, column);
      return !found.ok || !isShared(document, found.value.path);
    });
  });
}

/** Several rows may find the same one. */
function isShared(document: ModelDocument, path: ReferencePath): boolean {
  return path.some(
    ({ relationshipId }) => recordOf(document, 'relationship', relationshipId)?.cardinality !== 'one-to-one',
  );
}

/** The parts whose value is taken; a condition only chooses between them. */
function valuesIn(tree: Expression): Expression[] {
  if (tree.kind === 'column') return [tree];
  if (tree.kind !== 'case') return childrenOf(tree).flatMap(valuesIn);
  const results = tree.arms.map(({ result }) => result);
  return [...results, ...(tree.otherwise === null ? [] : [tree.otherwise])].flatMap(valuesIn);
}
