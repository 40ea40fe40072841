import { type Box, boxAround, overlaps } from './box';
import { BoxGrid } from './box-grid';
import { intoLanes } from './line-lanes';
import { plainLine, type RoutedLine, routeLine } from './route-line';
import type { LineToRoute } from './route-lines';

/**
 * Remembers the last picture and all it depended on, so that only what may have changed is worked out anew. A line's way
 * depends on its two ends and on the boxes its router looked at, all of which lie in one region: a card that comes, goes
 * or moves outside of it changes nothing. While cards are in the hand only the lines that hang on them follow. What is
 * drawn in the end is always what `routeLines` would draw.
 */
type Way = {
  readonly line: LineToRoute;
  readonly way: RoutedLine;
  /** Everything that was looked at. */
  readonly region: Box | null;
  /** The boxes that stood there then. */
  seen: ReadonlySet<Box>;
};
export type Routed = {
  readonly lines: ReadonlyMap<string, RoutedLine>;
  /** False when time ran out: then the same question goes on where this one ended. */
  readonly isWhole: boolean;
};

/** Of so many cards that moved at once, hardly any line is left out. */
const MOVED_MAX = 60;
const NO_BOXES: ReadonlySet<Box> = new Set();

export function createLineRouter() {
  const grid = new BoxGrid([]);
  let ways = new Map<string, Way>();
  /** Where boxes stand now, and where they stood when every line was last looked at. */
  let standing = NO_BOXES;
  let settled = NO_BOXES;
  let last: { lines: readonly LineToRoute[]; routed: Routed } = {
    lines: [],
    routed: { lines: new Map(), isWhole: true },
  };

  return function route(
    lines: readonly LineToRoute[],
    boxes: readonly Box[],
    scope: 'all' | 'moved',
    hasTime: () => boolean = () => true,
  ): Routed {
    stand(boxes);
    const isSeen = last.routed.isWhole && (scope === 'moved' || standing === settled);
    if (isSeen && isSameLines(lines, last.lines)) return last.routed;
    const routed = scope === 'moved' ? followMoved(lines) : lookAtAll(lines, hasTime);
    last = { lines, routed };
    return routed;
  };

  function stand(boxes: readonly Box[]) {
    if (boxes.length === standing.size && boxes.every((box) => standing.has(box))) return;
    const now = new Set(boxes);
    for (const box of standing) if (!now.has(box)) grid.remove(box);
    for (const box of now) if (!standing.has(box)) grid.add(box);
    standing = now;
  }

  function find(line: LineToRoute): Way {
    const areas: Box[] = [];
    const way = routeLine(line.from, line.to, {
      near: (area) => {
        areas.push(area);
        return grid.near(area);
      },
    });
    const found = { line, way, region: boxAround(areas), seen: standing };
    ways.set(line.id, found);
    return found;
  }

  /** The picture with the lines whose ends moved drawn anew and those that are gone left out. */
  function followMoved(lines: readonly LineToRoute[]): Routed {
    const changed = lines.filter(({ id }) => ways.has(id)).filter((line) => !isSameLine(line, ways.get(line.id)?.line));
    const isSame = changed.length === 0 && lines.length === last.routed.lines.size;
    if (isSame) return last.routed;
    const fresh = intoLanes(changed.map((line) => [line.id, find(line).way]));
    const { isWhole } = last.routed;
    return { lines: picked(lines, ({ id }) => fresh.get(id) ?? last.routed.lines.get(id)), isWhole };
  }

  function lookAtAll(lines: readonly LineToRoute[], hasTime: () => boolean): Routed {
    const moved = [...without(settled, standing), ...without(standing, settled)];
    const isStale = (line: LineToRoute): boolean => {
      const known = ways.get(line.id);
      if (!known || !isSameLine(line, known.line)) return true;
      if (known.seen === standing) return false;
      const { region } = known;
      if (known.seen !== settled || moved.length > MOVED_MAX) return true;
      if (region && moved.some((box) => overlaps(region, box))) return true;
      known.seen = standing;
      return false;
    };
    const before = last.routed.lines;
    let isWhole = true;
    for (const line of lines) {
      if (!isStale(line)) continue;
      if (!hasTime()) {
        isWhole = false;
        break;
      }
      find(line);
    }
    if (!isWhole) {
      const meanwhile = (line: LineToRoute) => {
        const known = ways.get(line.id);
        if (!known || !isSameLine(line, known.line)) return plainLine(line.from, line.to);
        const drawn = before.get(line.id);
        return drawn && isBetween(drawn, known.way) ? drawn : known.way;
      };
      return { lines: picked(lines, meanwhile), isWhole };
    }
    settled = standing;
    const left = new Set(lines.map(({ id }) => id));
    ways = new Map([...ways].filter(([id]) => left.has(id)));
    const fresh = intoLanes([...ways].map(([id, { way }]) => [id, way]));
    return { lines: keepUnchanged(fresh, before), isWhole };
  }
}

function without(boxes: ReadonlySet<Box>, others: ReadonlySet<Box>): Box[] {
  return boxes === others ? [] : [...boxes].filter((box) => !others.has(box));
}

function picked(
  lines: readonly LineToRoute[],
  find: (line: LineToRoute) => RoutedLine | undefined,
): ReadonlyMap<string, RoutedLine> {
  const found = new Map<string, RoutedLine>();
  for (const line of lines) {
    const drawn = find(line);
    if (drawn) found.set(line.id, drawn);
  }
  return found;
}

function keepUnchanged(
  fresh: ReadonlyMap<string, RoutedLine>,
  known: ReadonlyMap<string, RoutedLine>,
): ReadonlyMap<string, RoutedLine> {
  let isChanged = fresh.size !== known.size;
  const kept = new Map<string, RoutedLine>();
  for (const [id, line] of fresh) {
    const before = known.get(id);
    const isSame = before !== undefined && isSamePath(before, line);
    if (!isSame) isChanged = true;
    kept.set(id, isSame ? before : line);
  }
  return isChanged ? kept : known;
}

/** True when both leave and arrive at the same places: the one is still good to look at until the other has its lane. */
function isBetween(drawn: RoutedLine, way: RoutedLine): boolean {
  const [a, b, c, d] = [drawn.points[0], way.points[0], drawn.points.at(-1), way.points.at(-1)];
  return a?.x === b?.x && a?.y === b?.y && c?.x === d?.x && c?.y === d?.y;
}

function isSamePath(a: RoutedLine, b: RoutedLine): boolean {
  return (
    a.points.length === b.points.length &&
    a.points.every((point, index) => point.x === b.points[index]?.x && point.y === b.points[index]?.y)
  );
}

function isSameLines(a: readonly LineToRoute[], b: readonly LineToRoute[]): boolean {
  return (
    a === b ||
    (a.length === b.length && a.every((line, index) => line.id === b[index]?.id && isSameLine(line, b[index])))
  );
}

function isSameLine(a: LineToRoute, b: LineToRoute | undefined): boolean {
  return (
    a === b ||
    (b !== undefined &&
      a.from.y === b.from.y &&
      a.to.y === b.to.y &&
      isSameBox(a.from.box, b.from.box) &&
      isSameBox(a.to.box, b.to.box))
  );
}

function isSameBox(a: Box, b: Box): boolean {
  return a === b || (a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height);
}
