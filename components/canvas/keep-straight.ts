import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';

export type Placed = readonly (readonly [RecordId, Point])[];
export type Axis = 'x' | 'y';

/**
 * Cards in the hand kept to the direction they have come furthest in, judged by the first of them: it takes a card back to
 * the other direction when the pointer goes there. What was nowhere before stays where it is put.
 */
export function keepStraight(placed: Placed, from: ReadonlyMap<RecordId, Point>): { placed: Placed; along: Axis } {
  const [first] = placed;
  const start = first && from.get(first[0]);
  const along = first && start && Math.abs(first[1].y - start.y) > Math.abs(first[1].x - start.x) ? 'y' : 'x';
  return {
    along,
    placed: placed.map(([id, at]) => {
      const was = from.get(id) ?? at;
      return [id, along === 'x' ? { x: at.x, y: was.y } : { x: was.x, y: at.y }];
    }),
  };
}
