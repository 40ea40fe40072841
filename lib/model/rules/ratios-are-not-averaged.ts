import { aggregatesIn, columnsOf } from '@/lib/sql/columns';
import { printExpression } from '@/lib/sql/print';
import type { Expression } from '@/lib/sql/tree';
import { expressionsIn, parsedAt, type WrittenExpression } from '../expressions';
import type { ExpressionPlace, Issue } from '../issue';
import { recordOf } from '../model-index';
import type { ModelDocument, ModelRecord, RecordId } from '../records';
import { ownMeanings, scopeOf } from '../scope';
import type { ModelSurroundings } from '../surroundings';

/**
 * The average of ratios gives a sale of one piece the weight of a sale of a thousand; the ratio of the sums does not.
 * Checked: an average (a measure's, or one written in a grouped derivation or a formula) of a value that is a division by
 * a column, or of an attribute or metric of this model that is one, through rounding, casts, defaults and constants.
 */
export function ratiosAreNotAveraged(document: ModelDocument, { productKey }: ModelSurroundings): Issue[] {
  return expressionsIn(document).flatMap(({ record, written }) =>
    averagedIn(record, written).flatMap((tree): Issue[] => {
      const { place } = written;
      const ratio = ratioIn(document, productKey, record, place, tree);
      if (ratio === null) return [];
      return [{ code: 'average-of-a-ratio', severity: 'error', at: record.id, place, ratio: printExpression(ratio) }];
    }),
  );
}

function averagedIn(record: ModelRecord, { place, parsed }: WrittenExpression): Expression[] {
  if (!parsed.ok) return [];
  if (record.kind === 'measure' && place.in === 'expression')
    return record.aggregation === 'average' ? [parsed.value] : [];
  return aggregatesIn(parsed.value).flatMap(({ name, arguments: averaged }) => (name === 'avg' ? averaged : []));
}

const KEEPS_A_RATIO: ReadonlySet<string> = new Set(['abs', 'ceil', 'coalesce', 'floor', 'nullif', 'round', 'trunc']);

/** The part of a value that makes it a ratio, as it is written there; null when none does. */
function ratioIn(
  document: ModelDocument,
  productKey: string,
  record: ModelRecord,
  place: ExpressionPlace,
  tree: Expression,
  above: readonly RecordId[] = [record.id],
): Expression | null {
  const within = (part: Expression) => ratioIn(document, productKey, record, place, part, above);
  switch (tree.kind) {
    case 'binary': {
      if (tree.operator === '/') return columnsOf(tree.right).length > 0 ? tree : within(tree.left);
      const isScaled = [tree.left, tree.right].some((side) => columnsOf(side).length === 0);
      return isScaled ? (within(tree.left) ?? within(tree.right)) : null;
    }
    case 'unary':
    case 'cast':
      return within(tree.operand);
    case 'call': {
      const [first] = tree.arguments;
      return first !== undefined && KEEPS_A_RATIO.has(tree.name) ? within(first) : null;
    }
    case 'column':
      return isRatio(document, productKey, record, place, tree, above) ? tree : null;
    default:
      return null;
  }
}

function isRatio(
  document: ModelDocument,
  productKey: string,
  record: ModelRecord,
  place: ExpressionPlace,
  column: { qualifier: string | null; name: string },
  above: readonly RecordId[],
): boolean {
  const scope = scopeOf(document, record, place);
  const meanings = scope === null ? [] : ownMeanings(document, productKey, scope, column);
  return meanings.some((meaning) => {
    if (meaning.is === 'metric') return recordOf(document, 'metric', meaning.metricId)?.formula.kind === 'ratio';
    const attribute = recordOf(document, 'attribute', meaning.attributeId);
    if (attribute === null || above.includes(attribute.id)) return false;
    const written: ExpressionPlace = { in: 'expression' };
    const tree = parsedAt(attribute, written);
    return tree !== null && ratioIn(document, productKey, attribute, written, tree, [...above, attribute.id]) !== null;
  });
}
