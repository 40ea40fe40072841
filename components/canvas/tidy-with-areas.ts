import type { Areas } from '@/lib/model/area';
import type { RecordId } from '@/lib/model/records';
import { FOLD_HEIGHT, FOLD_WIDTH, frameAround } from './area-frames';
import type { Box, Point } from './box';
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
  { areas, standing }: { areas: Areas; standing: ReadonlyMap<RecordId, Box> },
  ask: Ask,
): Promise<Placed | null> {
  const { free, inAreas } = partByArea(blocks, areas);
  if (inAreas.size === 0) return ask(free, lines);
  const wholes: LayoutBlock[] = [];
  const standIns = new Map<RecordId, { id: string; down: number | null }>();
  for (const [areaId, inside] of inAreas) {
    const ids = new Set(inside.map(({ id }) => id));
    const isFolded = areas[areaId]?.isFolded ?? false;
    const within = lines.filter(({ from, to }) => ids.has(from) && ids.has(to));
    const placed = isFolded ? placesOf(inside, standing) : await ask(inside, within);
    if (!placed) return null;
    const whole = wholeOf(areaId, inside, { placed, isFolded });
    wholes.push(whole);
    for (const { id } of inside)
      standIns.set(id, { id: areaId, down: isFolded ? null : (whole.whole?.places.get(id)?.y ?? 0) });
  }
  const joined = new Set<string>();
  const between = lines.flatMap((line): BlockLine[] => {
    const [from, to] = [standIns.get(line.from), standIns.get(line.to)];
    if (from && from.id === to?.id) return [];
    // Of two areas with thirty lines between them one line tells where they belong; all of them took minutes.
    const pair = `${from?.id ?? line.from} ${to?.id ?? line.to}`;
    if ((from || to) && joined.has(pair)) return [];
    joined.add(pair);
    return [
      {
        ...line,
        ...(from && { from: from.id, fromY: from.down === null ? FOLD_HEIGHT / 2 : from.down + line.fromY }),
        ...(to && { to: to.id, toY: to.down === null ? FOLD_HEIGHT / 2 : to.down + line.toY }),
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

/** What is folded keeps its places in there. */
function placesOf(inside: readonly LayoutBlock[], standing: ReadonlyMap<RecordId, Box>): Placed {
  const cards = inside.flatMap(({ entityId, metricIds }) => [...(entityId === null ? [] : [entityId]), ...metricIds]);
  return new Map(
    cards.flatMap((id) => {
      const box = standing.get(id);
      return box ? [[id, { x: box.x, y: box.y }] as const] : [];
    }),
  );
}

type Laid = { placed: Placed; isFolded: boolean };

function wholeOf(id: string, inside: readonly LayoutBlock[], { placed, isFolded }: Laid): LayoutBlock {
  const heights = new Map(inside.map((block) => [block.entityId, block.entityHeight]));
  const frame = frameAround([...placed].map(([card, at]) => boxAt(at, heights.get(card) ?? METRIC_HEIGHT)));
  const { x = 0, y = 0 } = frame ?? {};
  const { width, height } = isFolded || !frame ? { width: FOLD_WIDTH, height: FOLD_HEIGHT } : frame;
  const places = new Map([...placed].map(([card, at]) => [card, { x: at.x - x, y: at.y - y }]));
  return { id, entityId: null, entityHeight: 0, metricIds: [], whole: { width, height, places } };
}

/** What Tidy leaves where it is: what is pinned, and with it all of an area that holds something pinned. */
export function pinnedWithAreas(pinned: readonly RecordId[], areas: Areas): ReadonlySet<RecordId> {
  const held = Object.values(areas).filter(({ members }) => members.some((id) => pinned.includes(id)));
  return new Set([...pinned, ...held.flatMap(({ members }) => members)]);
}
