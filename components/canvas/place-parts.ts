import type { RecordId } from '@/lib/model/records';
import { type Box, boxAround, centreOf, outset, overlaps, type Point } from './box';
import { type BlockLine, blockHeight, blockWidth, type LayoutBlock, placeBlock } from './layout-block';
import type { TidyPart } from './tidy-parts';

const GAP = 180;

type Size = { readonly width: number; readonly height: number };
/** How many lines go from one part to another. */
type Links = ReadonlyMap<number, number>;

type Placed = ReadonlyMap<RecordId, Point>;
type Whole = { readonly lines: readonly BlockLine[]; readonly aspect: number };

/** One layout out of those of its parts, on whole pixels. A block without a place in its part has none in the whole. */
export function besideEachOther(
  parts: readonly TidyPart[],
  laidOut: readonly Placed[],
  { lines, aspect }: Whole,
): Map<RecordId, Point> {
  const bounds = parts.map(({ blocks }, part) => boundsOf(blocks, laidOut[part] ?? new Map()));
  const corners = placeParts(bounds, linksBetween(parts, lines), aspect);
  const whole = new Map<RecordId, Point>();
  laidOut.forEach((placed, part) => {
    const [from, to] = [bounds[part], corners[part]];
    if (!from || !to) return;
    for (const [id, { x, y }] of placed)
      whole.set(id, { x: Math.round(x - from.x + to.x), y: Math.round(y - from.y + to.y) });
  });
  return whole;
}

function boundsOf(blocks: TidyPart['blocks'], placed: Placed): Box {
  const boxes = blocks.flatMap((block): Box[] => {
    const corner = cornerOf(block, placed);
    return corner ? [{ ...corner, width: blockWidth(block), height: blockHeight(block) }] : [];
  });
  return boxAround(boxes) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** Told by the first of its cards: a block may be one card, or a whole area. */
function cornerOf(block: LayoutBlock, placed: Placed): Point | null {
  for (const [id, within] of placeBlock(block, { x: 0, y: 0 })) {
    const at = placed.get(id);
    return at ? { x: at.x - within.x, y: at.y - within.y } : null;
  }
  return null;
}

function linksBetween(parts: readonly TidyPart[], lines: readonly BlockLine[]): Links[] {
  const partOf = new Map(parts.flatMap(({ blocks }, part) => blocks.map(({ id }) => [id, part])));
  const links = parts.map(() => new Map<number, number>());
  for (const { from, to } of lines) {
    const [a, b] = [partOf.get(from), partOf.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    links[a]?.set(b, (links[a].get(b) ?? 0) + 1);
    links[b]?.set(a, (links[b].get(a) ?? 0) + 1);
  }
  return links;
}

/**
 * Corners for parts of a drawing, each beside those it has most lines to, the whole towards the wished aspect. The part
 * with most lines comes first and the others around it; none overlap.
 */
function placeParts(sizes: readonly Size[], links: readonly Links[], aspect: number): Point[] {
  const placed = new Map<number, Box>();
  const waiting = new Set(sizes.keys());
  const linesOf = (part: number, isCounted: (other: number) => boolean) =>
    [...(links[part] ?? [])].reduce((sum, [other, lines]) => sum + (isCounted(other) ? lines : 0), 0);
  while (waiting.size > 0) {
    const isFirst = placed.size === 0;
    const next = most([...waiting], (part) => linesOf(part, (other) => isFirst || placed.has(other)));
    const size = sizes[next];
    if (size === undefined) break;
    placed.set(next, spotFor(size, links[next] ?? new Map(), placed, aspect));
    waiting.delete(next);
  }
  return sizes.map((_, part) => placed.get(part) ?? { x: 0, y: 0 });
}

function spotFor(size: Size, links: Links, placed: ReadonlyMap<number, Box>, aspect: number): Box {
  const boxes = [...placed.values()];
  const free = boxes
    .flatMap((box) => spotsBeside(box, size))
    .filter((spot) => boxes.every((box) => !overlaps(outset(spot, GAP), box)));
  const middle = mean(boxes.map(centreOf));
  const cost = (spot: Box) => {
    const at = centreOf(spot);
    const away = Math.hypot((at.x - middle.x) / aspect, at.y - middle.y);
    let [sum, lines] = [0, 0];
    for (const [other, count] of links) {
      const box = placed.get(other);
      if (!box) continue;
      const there = centreOf(box);
      sum += count * Math.hypot(at.x - there.x, at.y - there.y);
      lines += count;
    }
    return away + (lines === 0 ? 0 : sum / lines);
  };
  const first = { x: 0, y: 0, ...size };
  return free.reduce((best, spot) => (best === first || cost(spot) < cost(best) ? spot : best), first);
}

/** On each of the four sides: in line with one end, with the middle, with the other end. */
function spotsBeside(box: Box, { width, height }: Size): Box[] {
  const across = [box.x, box.x + (box.width - width) / 2, box.x + box.width - width];
  const down = [box.y, box.y + (box.height - height) / 2, box.y + box.height - height];
  const [left, right] = [box.x - GAP - width, box.x + box.width + GAP];
  const [above, below] = [box.y - GAP - height, box.y + box.height + GAP];
  return [
    ...down.flatMap((y) => [
      { x: right, y, width, height },
      { x: left, y, width, height },
    ]),
    ...across.flatMap((x) => [
      { x, y: below, width, height },
      { x, y: above, width, height },
    ]),
  ];
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  const count = Math.max(1, points.length);
  return { x: sum.x / count, y: sum.y / count };
}

/** The first of those with the most; 0 for none. */
function most(parts: readonly number[], countOf: (part: number) => number): number {
  let [best, bestCount] = [0, -1];
  for (const part of parts) {
    const count = countOf(part);
    if (count > bestCount) [best, bestCount] = [part, count];
  }
  return best;
}
