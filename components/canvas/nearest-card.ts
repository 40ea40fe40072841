import { type Box, centreOf } from './box';

/** How far beside the direction a card may still lie. */
const CONE = 1.6;

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The card an arrow key goes to: the nearest that lies more in that direction than beside it, sideways distance counting
 * double; null at the edge.
 */
export function nearestCard(from: Box, cards: ReadonlyMap<string, Box>, direction: Direction): string | null {
  const start = centreOf(from);
  let best: string | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const [id, box] of cards) {
    const { x, y } = centreOf(box);
    const along = { left: start.x - x, right: x - start.x, up: start.y - y, down: y - start.y }[direction];
    const across = direction === 'left' || direction === 'right' ? Math.abs(y - start.y) : Math.abs(x - start.x);
    if (along <= 4 || across > along * CONE) continue;
    const score = along + across * 2;
    if (score < bestScore) {
      best = id;
      bestScore = score;
    }
  }
  return best;
}

/** Cards in the order a person reads them, for Tab: by bands of height, then left to right. */
export function readingOrder(cards: ReadonlyMap<string, Box>): string[] {
  const band = 160;
  return [...cards]
    .sort(([aId, a], [bId, b]) => {
      const rows = Math.floor(a.y / band) - Math.floor(b.y / band);
      return rows || a.x - b.x || a.y - b.y || (aId < bId ? -1 : 1);
    })
    .map(([id]) => id);
}
