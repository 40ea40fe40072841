import type { RecordId, RelationshipRecord } from '@/lib/model/records';
import { type Box, boxAround } from './box';
import type { CanvasCard } from './canvas-cards';
import type { RoutedLine } from './route-line';
import { isInWindow } from './scene-window';

type MetricCard = Extract<CanvasCard, { kind: 'metric' }>;

/**
 * What is near the sight: cards, the lines that pass, the cards these lines end at, and all that is selected, because it
 * is moved together. Without a window it is everything.
 */
export function createNearby() {
  const extents = new WeakMap<RoutedLine, Box>();
  const extentOf = (line: RoutedLine): Box | undefined => {
    const known = extents.get(line);
    if (known) return known;
    const extent = boxAround(line.points.map(({ x, y }) => ({ x, y, width: 1, height: 1 })));
    if (extent) extents.set(line, extent);
    return extent ?? undefined;
  };

  return function nearbyOf(
    cards: readonly CanvasCard[],
    boxes: ReadonlyMap<RecordId, Box>,
    all: readonly RelationshipRecord[],
    lines: ReadonlyMap<RecordId, RoutedLine>,
    window: Box | null,
    selection: readonly RecordId[],
  ) {
    const wanted = new Set(selection);
    const relationships = all.filter(({ id }) => {
      const line = lines.get(id);
      return line !== undefined && isInWindow(extentOf(line), window);
    });
    for (const { from, to } of relationships) wanted.add(from.entityId).add(to.entityId);
    for (const { id } of cards) if (isInWindow(boxes.get(id), window)) wanted.add(id);
    const metrics = cards.filter((card): card is MetricCard => card.kind === 'metric' && isWanted(card));
    for (const { id, homeId } of metrics) wanted.add(id).add(homeId ?? id);
    return { cards: cards.filter(({ id }) => wanted.has(id)), relationships, metrics };

    function isWanted({ id, homeId }: MetricCard): boolean {
      return boxes.has(id) && (wanted.has(id) || (homeId !== null && wanted.has(homeId)));
    }
  };
}
