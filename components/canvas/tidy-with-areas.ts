import type { Areas } from '@/lib/model/area';
import type { RecordId } from '@/lib/model/records';
import { frameAround } from './area-frames';
import type { Point } from './box';
import { boxAt, METRIC_HEIGHT } from './card-geometry';
import type { BlockLine, LayoutBlock } from './layout-block';

type Placed = Map<RecordId, Point>;
type Ask = (blocks: readonly LayoutBlock[], lines: readonly BlockLine[]) => Promise<Placed | null>;

/**
 * A layout in which areas stay together: each is laid out by itself first and then stands in the drawing as one block of
 * the size of its frame, so no frame lies on another or on a card of none. A metric in another area than its entity
 * leaves the entity's block.
 */
export async function tidyWithAreas(
  { blocks, lines }: { blocks: readonly LayoutBlock[]; lines: readonly BlockLine[] },
  areas: Areas,
  ask: Ask,
): Promise<Placed | null> {
  const { free, inAreas } = partByArea(blocks, areas);
  if (inAreas.size === 0) return ask(free, lines);
  const wholes: LayoutBlock[] = [];
  const standIns = new Map<RecordId, { id: string; down: number }>();
  for (const [areaId, inside] of inAreas) {
    const ids = new Set(inside.map(({ id }) => id));
    const placed = await ask(
      inside,
      lines.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    );
    if (!placed) return null;
    const whole = wholeOf(areaId, inside, placed);
    wholes.push(whole);
    for (const { id } of inside) standIns.set(id, { id: areaId, down: whole.whole?.places.get(id)?.y ?? 0 });
  }
  const between = lines.flatMap((line): BlockLine[] => {
    const [from, to] = [standIns.get(line.from), standIns.get(line.to)];
    if (from && from.id === to?.id) return [];
    return [
      {
        ...line,
        ...(from && { from: from.id, fromY: from.down + line.fromY }),
        ...(to && { to: to.id, toY: to.down + line.toY }),
      },
    ];
  });
  return ask([...free, ...wholes], between);
}

function partByArea(blocks: readonly LayoutBlock[], areas: Areas) {
  const homes = new Map(
    Object.keys(areas).flatMap((id) => (areas[id]?.members ?? []).map((card) => [card, id] as const)),
  );
  const free: LayoutBlock[] = [];
  const inAreas = new Map<string, LayoutBlock[]>();
  const put = (block: LayoutBlock, home: string | undefined) => {
    if (home === undefined) free.push(block);
    else inAreas.set(home, [...(inAreas.get(home) ?? []), block]);
  };
  for (const block of blocks) {
    const home = homes.get(block.id);
    const staying = block.metricIds.filter((id) => homes.get(id) === home);
    put(staying.length === block.metricIds.length ? block : { ...block, metricIds: staying }, home);
    for (const id of block.metricIds)
      if (homes.get(id) !== home) put({ id, entityId: null, entityHeight: 0, metricIds: [id] }, homes.get(id));
  }
  return { free, inAreas };
}

function wholeOf(id: string, inside: readonly LayoutBlock[], placed: Placed): LayoutBlock {
  const heights = new Map(inside.map((block) => [block.entityId, block.entityHeight]));
  const frame = frameAround([...placed].map(([card, at]) => boxAt(at, heights.get(card) ?? METRIC_HEIGHT)));
  const { x = 0, y = 0, width = 0, height = 0 } = frame ?? {};
  const places = new Map([...placed].map(([card, at]) => [card, { x: at.x - x, y: at.y - y }]));
  return { id, entityId: null, entityHeight: 0, metricIds: [], whole: { width, height, places } };
}

/** What Tidy leaves where it is: what is pinned, and with it all of an area that holds something pinned. */
export function pinnedWithAreas(pinned: readonly RecordId[], areas: Areas): ReadonlySet<RecordId> {
  const held = Object.values(areas).filter(({ members }) => members.some((id) => pinned.includes(id)));
  return new Set([...pinned, ...held.flatMap(({ members }) => members)]);
}
