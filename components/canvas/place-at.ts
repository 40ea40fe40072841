import type { RecordId } from '@/lib/model/records';
import { type Box, boxAround, type Point } from './box';
import { HEAD_HEIGHT } from './card-geometry';
import { freeSpot } from './free-spot';

const BESIDE = 40;

/**
 * Cards that come in together where somebody points: they keep their arrangement, the middle of the topmost head comes
 * under the pointer, and all of them give way together to what stands there.
 */
export function placeAt(
  coming: ReadonlyMap<RecordId, Box>,
  at: Point,
  taken: readonly Box[],
): readonly (readonly [RecordId, Point])[] {
  const around = boxAround([...coming.values()]);
  if (!around) return [];
  return moved(coming, around, { x: at.x - around.width / 2, y: at.y - HEAD_HEIGHT / 2 }, taken);
}

/** Copies of cards, as near to them as there is room for all. */
export function placeBeside(
  coming: ReadonlyMap<RecordId, Box>,
  taken: readonly Box[],
): readonly (readonly [RecordId, Point])[] {
  const around = boxAround([...coming.values()]);
  return around ? moved(coming, around, { x: around.x + BESIDE, y: around.y + BESIDE }, taken) : [];
}

function moved(
  coming: ReadonlyMap<RecordId, Box>,
  around: Box,
  wish: Point,
  taken: readonly Box[],
): readonly (readonly [RecordId, Point])[] {
  const { width, height } = around;
  const spot = freeSpot(wish, { width, height }, taken);
  return [...coming].map(([id, { x, y }]) => [
    id,
    { x: Math.round(x - around.x + spot.x), y: Math.round(y - around.y + spot.y) },
  ]);
}
