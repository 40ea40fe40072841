import type { RecordId, RelationshipRecord } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';

type MetricCard = Extract<CanvasCard, { kind: 'metric' }>;

/**
 * What React Flow is told of: what is in the page, and the cards that lines in the page end at, which it must know of to
 * draw them.
 */
export function nearbyOf(
  cards: readonly CanvasCard[],
  boxes: ReadonlyMap<RecordId, Box>,
  all: readonly RelationshipRecord[],
  mounted: ReadonlySet<RecordId>,
) {
  const wanted = new Set<RecordId>();
  const relationships = all.filter(({ id }) => mounted.has(id));
  for (const { from, to } of relationships) wanted.add(from.entityId).add(to.entityId);
  for (const { id } of cards) if (mounted.has(id)) wanted.add(id);
  const metrics = cards.filter((card): card is MetricCard => card.kind === 'metric' && isWanted(card));
  for (const { id, homeId } of metrics) wanted.add(id).add(homeId ?? id);
  return { cards: cards.filter(({ id }) => wanted.has(id)), relationships, metrics };

  function isWanted({ id, homeId }: MetricCard): boolean {
    return boxes.has(id) && (wanted.has(id) || (homeId !== null && wanted.has(homeId)));
  }
}

/** And all that is selected, because it is moved together. */
export function withSelected(
  near: readonly CanvasCard[],
  all: readonly CanvasCard[],
  selection: readonly RecordId[],
): readonly CanvasCard[] {
  const wanted = new Set(selection);
  for (const { id } of near) wanted.delete(id);
  const further = wanted.size === 0 ? [] : all.filter(({ id }) => wanted.has(id));
  return further.length === 0 ? near : [...near, ...further];
}
