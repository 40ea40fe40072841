import type { RecordId, RelationshipRecord } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';
import type { RoutedLine } from './route-line';
import { isInWindow } from './scene-window';

type MetricCard = Extract<CanvasCard, { kind: 'metric' }>;

/** What is near the sight: cards, the lines that pass, and the cards these lines end at. Without a window it is everything. */
export function createNearby() {
  const known = new WeakMap<RoutedLine, readonly Box[]>();
  /** Not the box around the whole line: most of that around a long one is free of it. */
  const strokesOf = (line: RoutedLine): readonly Box[] => {
    const before = known.get(line);
    if (before) return before;
    const strokes = line.points.slice(1).map((to, index): Box => {
      const from = line.points[index] ?? to;
      const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
      return { x, y, width: Math.abs(from.x - to.x) + 1, height: Math.abs(from.y - to.y) + 1 };
    });
    known.set(line, strokes);
    return strokes;
  };

  return function nearbyOf(
    cards: readonly CanvasCard[],
    boxes: ReadonlyMap<RecordId, Box>,
    all: readonly RelationshipRecord[],
    lines: ReadonlyMap<RecordId, RoutedLine>,
    window: Box | null,
  ) {
    const wanted = new Set<RecordId>();
    const relationships = all.filter(({ id }) => {
      const line = lines.get(id);
      return line !== undefined && strokesOf(line).some((stroke) => isInWindow(stroke, window));
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
