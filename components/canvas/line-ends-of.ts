import type { RecordId, RelationshipEnd, RelationshipRecord } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';
import { HEAD_HEIGHT, rowMiddle } from './card-geometry';
import type { LineToRoute } from './route-lines';

/** Where a line leaves and arrives, from the top of its cards: what does not change while cards are moved. */
export type AnchoredLine = { readonly id: RecordId; readonly from: Anchor; readonly to: Anchor };
type Anchor = { readonly entityId: RecordId /** Null for the middle of the card. */; readonly middle: number | null };

/** Relationships, each with the rows it names; a field that is not drawn is meant by the head. */
export function anchoredLines(
  relationships: readonly RelationshipRecord[],
  cards: readonly CanvasCard[],
  unfolded: ReadonlySet<RecordId>,
): AnchoredLine[] {
  const drawn = new Map(cards.map((card) => [card.id, card]));
  const rowsByEntity = new Map<RecordId, ReadonlyMap<RecordId, number>>();
  const rowsIn = (entityId: RecordId) => {
    const known = rowsByEntity.get(entityId);
    if (known) return known;
    const card = drawn.get(entityId);
    const rows = new Map(card?.kind === 'entity' ? card.fieldIds.map((id, row) => [id, row]) : []);
    rowsByEntity.set(entityId, rows);
    return rows;
  };
  const anchor = ({ entityId, attributeIds }: RelationshipEnd): Anchor => {
    const rows = rowsIn(entityId);
    const middles = attributeIds.flatMap((id) => {
      const row = rows.get(id);
      return row === undefined ? [] : [rowMiddle(row, rows.size, unfolded.has(entityId))];
    });
    const card = drawn.get(entityId);
    const isPart = card?.kind === 'entity' && card.isPart;
    if (middles.length === 0) return { entityId, middle: isPart ? HEAD_HEIGHT / 2 : null };
    return { entityId, middle: middles.reduce((sum, y) => sum + y, 0) / middles.length };
  };
  return relationships.map(({ id, from, to }) => ({
    id,
    from: anchor(from),
    to: anchor(to),
  }));
}

/**
 * The lines between cards where they stand now; one whose card does not stand anywhere is left out. A line whose ends are
 * as they were in `known` is the same object.
 */
export function linesBetween(
  lines: readonly AnchoredLine[],
  boxes: ReadonlyMap<RecordId, Box>,
  known: ReadonlyMap<string, LineToRoute> = NOTHING_KNOWN,
): LineToRoute[] {
  const found: LineToRoute[] = [];
  for (const { id, from, to } of lines) {
    const [fromBox, toBox] = [boxes.get(from.entityId), boxes.get(to.entityId)];
    if (!fromBox || !toBox) continue;
    const [fromY, toY] = [heightOn(fromBox, from), heightOn(toBox, to)];
    const before = known.get(id);
    const isSame =
      before !== undefined &&
      before.from.box === fromBox &&
      before.to.box === toBox &&
      before.from.y === fromY &&
      before.to.y === toY;
    found.push(isSame ? before : { id, from: { box: fromBox, y: fromY }, to: { box: toBox, y: toY } });
  }
  return found;
}

const NOTHING_KNOWN: ReadonlyMap<string, LineToRoute> = new Map();

function heightOn(box: Box, { middle }: Anchor): number {
  return Math.round(box.y + (middle ?? box.height / 2));
}
