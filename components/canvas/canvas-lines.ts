import { attributesIn, indexModel } from '@/lib/model/model-index';
import type { ModelDocument, RecordId, RelationshipEnd } from '@/lib/model/records';
import type { Box } from './box';
import { rowMiddle } from './card-geometry';
import type { LineToRoute } from './route-lines';

/** The relationships as lines between the rows they name; one whose card does not stand anywhere is left out. */
export function linesOf(
  document: ModelDocument,
  boxes: ReadonlyMap<RecordId, Box>,
  unfolded: ReadonlySet<RecordId>,
): LineToRoute[] {
  const endOf = ({ entityId, attributeIds }: RelationshipEnd) => {
    const box = boxes.get(entityId);
    if (!box) return null;
    const fields = attributesIn(document, entityId);
    const rows = attributeIds.map((id) => fields.findIndex((field) => field.id === id)).filter((row) => row >= 0);
    const middle =
      rows.length === 0
        ? box.height / 2
        : mean(rows.map((row) => rowMiddle(row, fields.length, unfolded.has(entityId))));
    return { box, y: Math.round(box.y + middle) };
  };
  return indexModel(document).byKind.relationship.flatMap(({ id, from, to }) => {
    const start = endOf(from);
    const end = endOf(to);
    return start && end ? [{ id, from: start, to: end }] : [];
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
