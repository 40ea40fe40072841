import { type Box, overlaps } from './box';

const CELL = 512;
/** More columns than any drawing has rows: cells have one number each. */
const STRIDE = 1_000_003;

/** Finds the boxes near a place without looking at all of them. */
export class BoxGrid {
  private readonly cells = new Map<number, Box[]>();

  constructor(boxes: readonly Box[]) {
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    forCells(box, (cell) => {
      const there = this.cells.get(cell);
      if (there) there.push(box);
      else this.cells.set(cell, [box]);
    });
  }

  /** Forgets this very box, not one that stands in the same place. */
  remove(box: Box): void {
    forCells(box, (cell) => {
      const there = this.cells.get(cell) ?? [];
      const at = there.indexOf(box);
      if (at >= 0) there.splice(at, 1);
    });
  }

  /** Every box that overlaps the area, each once, in no promised order. */
  near(area: Box): Box[] {
    const found: Box[] = [];
    forCells(area, (cell) => {
      for (const box of this.cells.get(cell) ?? []) if (overlaps(box, area) && !found.includes(box)) found.push(box);
    });
    return found;
  }
}

function forCells(box: Box, visit: (cell: number) => void) {
  const right = Math.floor((box.x + box.width) / CELL);
  const bottom = Math.floor((box.y + box.height) / CELL);
  for (let column = Math.floor(box.x / CELL); column <= right; column++)
    for (let row = Math.floor(box.y / CELL); row <= bottom; row++) visit(column * STRIDE + row);
}
