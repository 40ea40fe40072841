import type { Box } from './box';
import type { RoutedLine } from './route-line';
import { type LineToRoute, routeLines } from './route-lines';

/**
 * Remembers the last picture, so that only what changed is drawn anew. While cards are being moved only the lines that
 * hang on them follow; when they are put down every line is looked at again, because a card may now stand in its way.
 */
export function createLineRouter() {
  let last: { lines: readonly LineToRoute[]; boxes: readonly Box[]; routed: ReadonlyMap<string, RoutedLine> } = {
    lines: [],
    boxes: [],
    routed: new Map(),
  };

  return function route(
    lines: readonly LineToRoute[],
    boxes: readonly Box[],
    scope: 'all' | 'moved',
  ): ReadonlyMap<string, RoutedLine> {
    const before = new Map(last.lines.map((line) => [line.id, line]));
    const changed = lines.filter((line) => !isSameLine(line, before.get(line.id)));
    const isSameScene = changed.length === 0 && lines.length === last.lines.length && isSameBoxes(boxes, last.boxes);
    if (isSameScene) return last.routed;
    const routed = scope === 'all' ? keepUnchanged(routeLines(lines, boxes), last.routed) : only(changed, lines, boxes);
    // After a partial pass the boxes are not taken as seen, so that the next full pass looks at all lines.
    last = { lines, boxes: scope === 'all' ? boxes : [], routed };
    return routed;
  };

  /** The picture with some lines drawn anew and those that are gone left out. */
  function only(changed: readonly LineToRoute[], lines: readonly LineToRoute[], boxes: readonly Box[]) {
    if (changed.length === 0 && lines.length === last.lines.length) return last.routed;
    const fresh = routeLines(changed, boxes);
    const routed = new Map<string, RoutedLine>();
    for (const { id } of lines) {
      const line = fresh.get(id) ?? last.routed.get(id);
      if (line) routed.set(id, line);
    }
    return routed;
  }
}

function keepUnchanged(
  fresh: ReadonlyMap<string, RoutedLine>,
  known: ReadonlyMap<string, RoutedLine>,
): Map<string, RoutedLine> {
  return new Map(
    [...fresh].map(([id, line]) => {
      const before = known.get(id);
      return [id, before && isSamePath(before, line) ? before : line];
    }),
  );
}

function isSamePath(a: RoutedLine, b: RoutedLine): boolean {
  return (
    a.points.length === b.points.length &&
    a.points.every((point, index) => point.x === b.points[index]?.x && point.y === b.points[index]?.y)
  );
}

function isSameLine(a: LineToRoute, b: LineToRoute | undefined): boolean {
  return (
    b !== undefined &&
    a.from.y === b.from.y &&
    a.to.y === b.to.y &&
    isSameBox(a.from.box, b.from.box) &&
    isSameBox(a.to.box, b.to.box)
  );
}

function isSameBoxes(a: readonly Box[], b: readonly Box[]): boolean {
  return a.length === b.length && a.every((box, index) => isSameBox(box, b[index]));
}

function isSameBox(a: Box, b: Box | undefined): boolean {
  return b !== undefined && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
