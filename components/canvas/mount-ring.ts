import type { RecordId } from '@/lib/model/records';
import { type Box, outset, overlaps } from './box';

/**
 * What of the canvas is in the page. A card or line in sight is there at once; those around it come one after the other
 * while frames pass, the nearest first, so that a pan finds them there already; what is far behind goes. A frame then
 * mounts a card at most, however fast the board moves, unless it outruns them.
 */
export type Mountable = { readonly id: RecordId; readonly boxes: readonly Box[]; readonly cost: number };
export type Mounted = {
  readonly ids: ReadonlySet<RecordId>;
  /** False while something around the sight is still to come. */
  readonly isWhole: boolean;
};

/** How far around the sight things are there before they are seen, and stay once they are, in parts of the sight. */
const RING = 0.4;
const KEPT = 0.9;
/** From afar the ring is full of cards, and what a pan could bring is cheap. */
const AROUND_MAX = 160;

export const CARD_COST = 4;
export const LINE_COST = 1;
/** One card, or a few lines. */
export const COST_PER_FRAME = 4;

/** What is in the page after a frame that may spend `costMax` on what is not seen yet; `before` itself where nothing changes. */
export function nextMounted(
  things: readonly Mountable[],
  sight: Box,
  before: ReadonlySet<RecordId>,
  costMax: number,
): Mounted {
  const reach = Math.max(sight.width, sight.height);
  const [ring, kept] = [outset(sight, reach * RING), outset(sight, reach * KEPT)];
  const ids = new Set<RecordId>();
  const waiting: (Mountable & { away: number })[] = [];
  let around = 0;
  for (const thing of things) {
    const { id, boxes } = thing;
    if (boxes.some((box) => overlaps(box, sight))) ids.add(id);
    else if (before.has(id) && boxes.some((box) => overlaps(box, kept))) {
      ids.add(id);
      around++;
    } else if (boxes.some((box) => overlaps(box, ring))) waiting.push({ ...thing, away: awayFrom(sight, boxes) });
  }
  waiting.sort((a, b) => a.away - b.away);
  let spent = 0;
  let coming = 0;
  for (const { id, cost } of waiting) {
    if (spent + cost > costMax || around + coming >= AROUND_MAX) break;
    ids.add(id);
    spent += cost;
    coming++;
  }
  const isWhole = coming === waiting.length || around + coming >= AROUND_MAX;
  return { ids: isSameSet(ids, before) ? before : ids, isWhole };
}

/** How far the nearest of them is from the sight. */
function awayFrom(sight: Box, boxes: readonly Box[]): number {
  return Math.min(
    ...boxes.map((box) =>
      Math.max(
        sight.x - box.x - box.width,
        box.x - sight.x - sight.width,
        sight.y - box.y - box.height,
        box.y - sight.y - sight.height,
      ),
    ),
  );
}

function isSameSet(a: ReadonlySet<RecordId>, b: ReadonlySet<RecordId>): boolean {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}
