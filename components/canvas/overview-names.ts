import type { AreaColor } from '@/lib/model/area';
import type { RecordId } from '@/lib/model/records';
import type { AreaFrame } from './area-frames';
import { AREA_NAME_SIZE, areaLetter } from './area-letter';
import type { Box, Point } from './box';

export type OverviewName = {
  readonly id: RecordId;
  readonly text: string;
  readonly at: Point;
  readonly size: number;
  /** Of an area. */
  readonly color?: AreaColor;
};

type Given = {
  /** In the order in which they get their names: what matters most first. */
  cards: Iterable<readonly [RecordId, Box]>;
  nameOf: (id: RecordId) => string;
  /** Their names stand on them, and come before those of all cards. */
  areas: readonly AreaFrame[];
  /** Width of a text at one pixel of type size. */
  widthOf: (text: string) => number;
  view: {
    readonly x: number;
    readonly y: number;
    readonly zoom: number;
    readonly width: number;
    readonly height: number;
  };
};

const SIZE_MIN = 10;
const SIZE_MAX = 15;
const IN_CARD = 26;
const CELL = 8;
/** More cells than any screen has in a row. */
const STRIDE = 10_000;

/**
 * The names a map of the model can bear, in pixels of the screen and never smaller than can be read: like towns on a
 * map, a name may reach beyond its card, but not over one that was given its place before.
 */
export function overviewNames({ cards, areas, nameOf, widthOf, view }: Given): OverviewName[] {
  const taken = new Set<number>();
  const names: OverviewName[] = [];
  const put = (name: OverviewName) => {
    const { at, text, size } = name;
    const cells = cellsOf({ x: at.x - 2, y: at.y - size / 2, width: widthOf(text) * size + 4, height: size });
    if (cells.some((cell) => taken.has(cell))) return;
    for (const cell of cells) taken.add(cell);
    names.push(name);
  };
  for (const { id, area, box } of areas) {
    const size = AREA_NAME_SIZE * areaLetter(view.zoom) * view.zoom;
    const at = { x: box.x * view.zoom + view.x, y: box.y * view.zoom + view.y - size * 0.75 };
    put({ id, text: area.name, at, size, color: area.color });
  }
  const size = Math.min(SIZE_MAX, Math.max(SIZE_MIN, IN_CARD * view.zoom));
  for (const [id, box] of cards) {
    const x = box.x * view.zoom + view.x;
    const y = box.y * view.zoom + view.y;
    const height = box.height * view.zoom;
    if (x > view.width || y > view.height || x + box.width * view.zoom < 0 || y + height < 0) continue;
    const text = nameOf(id);
    const at = { x: x + 4, y: y + Math.min(height / 2, 14) };
    put({ id, text, at, size });
  }
  return names;
}

function cellsOf({ x, y, width, height }: Box): number[] {
  const cells: number[] = [];
  for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++)
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++)
      cells.push(row * STRIDE + column);
  return cells;
}
