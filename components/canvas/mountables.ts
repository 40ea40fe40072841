import type { RecordId } from '@/lib/model/records';
import type { Box } from './box';
import { CARD_COST, LINE_COST, type Mountable } from './mount-ring';
import type { RoutedLine } from './route-line';

/** Everything that could be in the page, by where it is. */
export function createMountables() {
  const cards = new WeakMap<Box, Mountable>();
  const strokes = new WeakMap<RoutedLine, Mountable>();
  return function mountablesOf(
    boxes: ReadonlyMap<RecordId, Box>,
    lines: ReadonlyMap<RecordId, RoutedLine>,
  ): readonly Mountable[] {
    const things: Mountable[] = [];
    for (const [id, box] of boxes) things.push(known(cards, box, () => ({ id, boxes: [box], cost: CARD_COST })));
    for (const [id, line] of lines)
      things.push(known(strokes, line, () => ({ id, boxes: strokesOf(line), cost: LINE_COST })));
    return things;
  };
}

function known<Key extends object>(made: WeakMap<Key, Mountable>, key: Key, make: () => Mountable): Mountable {
  const before = made.get(key);
  if (before) return before;
  const thing = make();
  made.set(key, thing);
  return thing;
}

/** Not the box around the whole line: most of that around a long one is free of it. */
function strokesOf({ points }: RoutedLine): readonly Box[] {
  return points.slice(1).map((to, index): Box => {
    const from = points[index] ?? to;
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    return { x, y, width: Math.abs(from.x - to.x) + 1, height: Math.abs(from.y - to.y) + 1 };
  });
}
