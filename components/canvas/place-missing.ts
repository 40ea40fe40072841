import type { CanvasLayout } from '@/components/editor/canvas-layout';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import type { Box, Point } from './box';
import { type CanvasCard, cardsOf } from './canvas-cards';
import { cardBoxes, cardHeight } from './card-boxes';
import { CARD_WIDTH } from './card-geometry';
import { freeSpot } from './free-spot';
import { layoutQuestion } from './layout-question';
import { simpleLayout } from './simple-layout';

const NOTHING_UNFOLDED: ReadonlySet<RecordId> = new Set();

/**
 * Positions for the cards that have none. A model nobody has laid out gets the whole simple layout; a card that came
 * in later (an import, somebody else's edit) goes beside what it belongs to, and nothing that stands is moved.
 */
export function placeMissing(document: ModelDocument, layout: CanvasLayout): Map<RecordId, Point> {
  const cards = cardsOf(document);
  const missing = cards.filter((card) => !layout.positions[card.id]);
  if (missing.length === 0) return new Map();
  const { blocks, lines } = layoutQuestion(document, NOTHING_UNFOLDED);
  const ideal = simpleLayout(blocks, lines);
  if (missing.length === cards.length) return ideal;

  const boxes = new Map(cardBoxes(cards, layout, NOTHING_UNFOLDED));
  const placed = new Map<RecordId, Point>();
  for (const [id, box] of placeTogether(document, missing, besideAll(boxes))) {
    placed.set(id, { x: box.x, y: box.y });
    boxes.set(id, box);
  }
  for (const card of missing) {
    if (placed.has(card.id)) continue;
    const size = { width: CARD_WIDTH, height: cardHeight(card, NOTHING_UNFOLDED) };
    const home = card.kind === 'metric' && card.homeId !== null ? boxes.get(card.homeId) : undefined;
    const wish = home ? { x: home.x + 34, y: home.y + home.height + 26 } : besideAll(boxes);
    const spot = freeSpot(wish, size, [...boxes.values()]);
    placed.set(card.id, spot);
    boxes.set(card.id, { ...spot, ...size });
  }
  return placed;
}

/** Several entities that come in at once are laid out among themselves, with the metrics that measure them. */
function placeTogether(document: ModelDocument, missing: readonly CanvasCard[], at: Point): Map<RecordId, Box> {
  const entities = new Set(missing.flatMap(({ kind, id }) => (kind === 'entity' ? [id] : [])));
  if (entities.size < 2) return new Map();
  const together = missing.filter((card) => entities.has(card.kind === 'metric' ? (card.homeId ?? '') : card.id));
  const { blocks, lines } = layoutQuestion(document, NOTHING_UNFOLDED, together);
  const ideal = simpleLayout(blocks, lines);
  const left = Math.min(...[...ideal.values()].map(({ x }) => x));
  const top = Math.min(...[...ideal.values()].map(({ y }) => y));
  return new Map(
    together.flatMap((card) => {
      const spot = ideal.get(card.id);
      const size = { width: CARD_WIDTH, height: cardHeight(card, NOTHING_UNFOLDED) };
      return spot ? [[card.id, { x: at.x + spot.x - left, y: at.y + spot.y - top, ...size }] as const] : [];
    }),
  );
}

function besideAll(boxes: ReadonlyMap<RecordId, Box>): Point {
  const right = Math.max(...[...boxes.values()].map((box) => box.x + box.width));
  const top = Math.min(...[...boxes.values()].map((box) => box.y));
  return { x: right + 128, y: top };
}
