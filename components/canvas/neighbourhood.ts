import { indexModel } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import type { CanvasCard } from './canvas-cards';

/** The cards a selection concerns: itself, what it is related to, and the metrics between. Empty for no selection. */
export function neighbourhoodOf(
  document: ModelDocument,
  cards: readonly CanvasCard[],
  selection: readonly RecordId[],
): Set<RecordId> {
  const centre = new Set(selection.flatMap((id) => cardsOfRecord(document, id)));
  if (centre.size === 0) return centre;
  const around = new Set(centre);
  for (const { from, to } of indexModel(document).byKind.relationship) {
    if (centre.has(from.entityId)) around.add(to.entityId);
    if (centre.has(to.entityId)) around.add(from.entityId);
  }
  for (const card of cards) {
    if (card.kind !== 'metric' || card.homeId === null) continue;
    if (centre.has(card.homeId)) around.add(card.id);
    if (centre.has(card.id)) around.add(card.homeId);
  }
  return around;
}

/** The cards a record belongs to: itself, its entity, or both ends of a line. */
export function cardsOfRecord(document: ModelDocument, id: RecordId): RecordId[] {
  const record = document.records[id];
  switch (record?.kind) {
    case 'entity':
    case 'metric':
      return [id];
    case 'attribute':
      return [record.entityId];
    case 'relationship':
      return [record.from.entityId, record.to.entityId];
    default:
      return [];
  }
}
