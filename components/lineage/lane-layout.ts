import type { LineageEdge } from '@/lib/api/lineage';
import type { Alignment } from '@/lib/catalog/snapshot';
import { assignColumns, type Placed } from './board-columns';
import { edgeId } from './lineage-state';
import { orderColumns, type Slot, type Step } from './order-columns';

export const CARD = { width: 284, height: 118, idleHeight: 76 };
const PAD = 14;
const HEAD = 66;
const GAP_Y = 12;
const PASS = 20;
const COLUMN_GAP = 92;
const LANE_GAP = 72;
/** On a bigger board lines go behind the cards: a gap for each would stretch it beyond reading. */
const PASSES_MAX = 120;

export type Point = { x: number; y: number };
type Lane = { alignment: Alignment; x: number; width: number; height: number };
export type LaneLayout = {
  lanes: Lane[];
  positions: Map<string, Point>;
  /** Where a line passes the columns between its ends: the middle of each gap. */
  passes: Map<string, Point[]>;
};

/** Lanes left to right, cards in them, and a clear way for every line. The same lineage always gives the same board. */
export function layoutLanes(products: readonly Placed[], edges: readonly LineageEdge[]): LaneLayout {
  const { columnOf, lanes } = assignColumns(products, edges);
  const slots: Slot[] = products.map(({ key, name, isIdle }) => ({
    id: key,
    column: columnOf.get(key) ?? 0,
    height: isIdle ? CARD.idleHeight : CARD.height,
    name,
    isIdle,
  }));
  const steps: Step[] = [];
  for (const edge of edges) steps.push(...stepsOf(edge, columnOf, slots, products.length <= PASSES_MAX));

  const columns = orderColumns(slots, steps);
  const tops = alignColumns(columns, steps);
  const height = HEAD + Math.max(CARD.height, ...columns.map(heightOf)) + PAD;
  const columnX = new Map<number, number>();
  let x = 0;
  const drawn = lanes.map(({ alignment, first, count }): Lane => {
    for (let column = 0; column < count; column++) {
      columnX.set(first + column, x + PAD + column * (CARD.width + COLUMN_GAP));
    }
    const lane = { alignment, x, width: 2 * PAD + count * CARD.width + (count - 1) * COLUMN_GAP, height };
    x += lane.width + LANE_GAP;
    return lane;
  });
  const at = ({ id, column }: Slot): Point => ({ x: columnX.get(column) ?? 0, y: HEAD + (tops.get(id) ?? 0) });
  const passing = new Map(slots.map((slot) => [slot.id, slot]));
  return {
    lanes: drawn,
    positions: new Map(
      products.flatMap(({ key }) => pointOf(passing.get(key), at, (point) => [[key, point] as const])),
    ),
    passes: new Map(
      edges.map((edge) => [
        edgeId(edge),
        passIds(edge, columnOf).flatMap((id) =>
          pointOf(passing.get(id), at, (point) => [{ x: point.x, y: point.y + PASS / 2 }]),
        ),
      ]),
    ),
  };
}

function pointOf<T>(slot: Slot | undefined, at: (slot: Slot) => Point, use: (point: Point) => T[]): T[] {
  return slot ? use(at(slot)) : [];
}

/** The gaps a line needs in the columns between its ends. */
function passIds(edge: LineageEdge, columnOf: ReadonlyMap<string, number>): string[] {
  const from = columnOf.get(edge.from) ?? 0;
  const to = columnOf.get(edge.to) ?? 0;
  return Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => `${edgeId(edge)} ${from + index + 1}`);
}

function stepsOf(edge: LineageEdge, columnOf: ReadonlyMap<string, number>, slots: Slot[], hasPasses: boolean): Step[] {
  const passes = hasPasses ? passIds(edge, columnOf) : [];
  const first = (columnOf.get(edge.from) ?? 0) + 1;
  for (const [index, id] of passes.entries()) {
    slots.push({ id, column: first + index, height: PASS, name: id, isIdle: false });
  }
  const way = [edge.from, ...passes, edge.to];
  return way.slice(1).map((to, index) => ({ from: way[index] ?? edge.from, to }));
}

function heightOf(column: readonly Slot[]): number {
  return column.reduce((sum, slot) => sum + slot.height + GAP_Y, 0) - GAP_Y;
}

/** Each column is one stack without holes, moved down as a whole to stand level with what feeds it. */
function alignColumns(columns: readonly Slot[][], steps: readonly Step[]): Map<string, number> {
  const tallest = Math.max(...columns.map(heightOf));
  const tops = new Map<string, number>();
  const middles = new Map<string, number>();
  const feeders = new Map<string, string[]>();
  for (const { from, to } of steps) feeders.set(to, [...(feeders.get(to) ?? []), from]);
  for (const column of columns) {
    let y = 0;
    const own = new Map<string, number>();
    for (const slot of column) {
      own.set(slot.id, y + slot.height / 2);
      y += slot.height + GAP_Y;
    }
    const pulls = column.flatMap(({ id }) =>
      (feeders.get(id) ?? []).flatMap((from) => {
        const other = middles.get(from);
        return other === undefined ? [] : [other - (own.get(id) ?? 0)];
      }),
    );
    const wanted = pulls.length === 0 ? 0 : pulls.reduce((sum, pull) => sum + pull, 0) / pulls.length;
    const shift = Math.round(Math.min(Math.max(0, wanted), tallest - heightOf(column)));
    for (const slot of column) {
      const middle = (own.get(slot.id) ?? 0) + shift;
      middles.set(slot.id, middle);
      tops.set(slot.id, middle - slot.height / 2);
    }
  }
  return tops;
}
