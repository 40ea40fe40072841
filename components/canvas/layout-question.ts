import { partsOf } from '@/lib/model/base-measures';
import { indexModel } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { type CanvasCard, cardsOf } from './canvas-cards';
import { entityHeight, rowMiddle } from './card-geometry';
import type { BlockLine, LayoutBlock } from './layout-block';

/** A document as a question to a layout engine: its blocks, and lines from the "many" side to the "one". */
export function layoutQuestion(
  document: ModelDocument,
  unfolded: ReadonlySet<RecordId>,
  cards: readonly CanvasCard[] = cardsOf(document),
): { blocks: LayoutBlock[]; lines: BlockLine[] } {
  const metricsByHome = new Map<RecordId, RecordId[]>();
  const homeless: RecordId[] = [];
  for (const card of cards) {
    if (card.kind !== 'metric') continue;
    if (card.homeId === null) homeless.push(card.id);
    else metricsByHome.set(card.homeId, [...(metricsByHome.get(card.homeId) ?? []), card.id]);
  }
  const parts = new Set(
    indexModel(document).byKind.metric.flatMap((metric) => partsOf(document, metric).map(({ id }) => id)),
  );
  /** What people look at before what it is made of. */
  const resultsFirst = (ids: readonly RecordId[]) =>
    [...ids].sort((a, b) => Number(parts.has(a)) - Number(parts.has(b)));
  const fieldsByEntity = new Map<RecordId, readonly RecordId[]>();
  const blocks: LayoutBlock[] = [];
  for (const card of cards) {
    if (card.kind !== 'entity') continue;
    fieldsByEntity.set(card.id, card.fieldIds);
    blocks.push({
      id: card.id,
      entityId: card.id,
      entityHeight: entityHeight(card.fieldIds.length, unfolded.has(card.id), card.isPart),
      metricIds: resultsFirst(metricsByHome.get(card.id) ?? []),
    });
  }
  for (const id of homeless) blocks.push({ id, entityId: null, entityHeight: 0, metricIds: [id] });

  const heightOf = (entityId: RecordId, fieldId: RecordId | undefined): number => {
    const fields = fieldsByEntity.get(entityId) ?? [];
    const at = fieldId === undefined ? 0 : Math.max(0, fields.indexOf(fieldId));
    return rowMiddle(at, fields.length, unfolded.has(entityId));
  };
  const lines = indexModel(document).byKind.relationship.flatMap((relationship): BlockLine[] => {
    const isTurned = relationship.cardinality === 'one-to-many';
    const [many, one] = isTurned ? [relationship.to, relationship.from] : [relationship.from, relationship.to];
    if (!fieldsByEntity.has(many.entityId) || !fieldsByEntity.has(one.entityId)) return [];
    return [
      {
        id: relationship.id,
        from: many.entityId,
        fromY: heightOf(many.entityId, many.attributeIds[0]),
        to: one.entityId,
        toY: heightOf(one.entityId, one.attributeIds[0]),
      },
    ];
  });
  return { blocks, lines };
}
