import type { ColumnName } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import { printExpression } from '@/lib/sql/print';
import { mapColumns } from '@/lib/sql/rewrite';
import { columnsInScope } from '../columns-in-scope';
import { expressionsIn, samePlace, type WrittenExpression, withExpressions } from '../expressions';
import type { Fix, Issue } from '../issue';
import type { ModelDocument, ModelRecord } from '../records';
import { scopeOf } from '../scope';
import type { ModelSurroundings } from '../surroundings';

/**
 * Every name in an expression stands for something there: an input's attribute or column, an attribute of the model, a
 * metric. Where a name is near, writing it instead is offered; what is plainly a copy of something that is gone may be
 * asked for again, as a wish.
 */
export function namesInExpressionsExist(document: ModelDocument, surroundings: ModelSurroundings): Issue[] {
  return expressionsIn(document).flatMap(({ record, written }) =>
    unknownNames(document, surroundings, record, written),
  );
}

function unknownNames(
  document: ModelDocument,
  surroundings: ModelSurroundings,
  record: ModelRecord,
  written: WrittenExpression,
): Issue[] {
  const { place } = written;
  if (written.columns.length === 0) return [];
  const columns = columnsInScope(document, surroundings, scopeOf(document, record, place), place);
  return written.columns
    .filter((column) => columns.typeOf(column) === undefined)
    .map((column): Issue => {
      const nearest = columns.nearest(column);
      const facts = { code: 'expression-unknown-name' as const, place, ...column, nearest };
      return { severity: 'error', at: record.id, ...facts, ...fixFor(record, written, column, nearest) };
    });
}

function fixFor(
  record: ModelRecord,
  written: WrittenExpression,
  column: ColumnName,
  nearest: string | null,
): { fix?: Fix } {
  const isCopy = written.parsed.ok && written.parsed.value.kind === 'column';
  if (nearest === null && isCopy && written.place.in === 'expression' && record.kind === 'attribute') {
    const does = { verb: 'wish-for' as const, attributeId: record.id };
    return { fix: { does, put: [{ ...record, expression: null }], remove: [] } };
  }
  const meant = nearest === null ? null : parseExpression(nearest);
  if (!meant?.ok || !written.parsed.ok || nearest === null) return {};
  const repaired = mapColumns(written.parsed.value, ({ qualifier, name }) =>
    qualifier === column.qualifier && name === column.name ? meant.value : undefined,
  );
  const put = withExpressions(record, (other) =>
    samePlace(other.place, written.place) ? printExpression(repaired) : other.text,
  );
  return { fix: { does: { verb: 'write-instead', written: nearest }, put: [put], remove: [] } };
}
