import { baseMeasuresOf, partsOf } from '@/lib/model/base-measures';
import { slicesOf } from '@/lib/model/cuts';
import { indexModel, recordOf } from '@/lib/model/model-index';
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
    if (card.kind !== 'metric') continue;
    if (card.homeId !== null && centre.has(card.homeId)) around.add(card.id);
    if (centre.has(card.id)) for (const id of whatItIsMadeOf(document, card.id)) around.add(id);
  }
  return around;
}

/** The metrics and entities a metric comes down to, however far. */
function whatItIsMadeOf(document: ModelDocument, metricId: RecordId): Set<RecordId> {
  const cards = new Set<RecordId>();
  const waiting = [metricId];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const metric = recordOf(document, 'metric', at);
    if (!metric || cards.has(at)) continue;
    cards.add(at);
    waiting.push(...partsOf(document, metric).map(({ id }) => id));
    for (const fieldId of [metric.timeAttributeId, ...slicesOf(metric).map(({ attributeId }) => attributeId)]) {
      const field = recordOf(document, 'attribute', fieldId);
      if (field) cards.add(field.entityId);
    }
  }
  for (const measure of baseMeasuresOf(document, metricId)) cards.add(measure.entityId);
  return cards;
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
