import { type Box, overlaps } from './box';

const CELL = 640;

/** Finds the boxes near a place without looking at all of them. */
export class BoxGrid {
  private readonly cells = new Map<string, Box[]>();

  constructor(boxes: readonly Box[]) {
    for (const box of boxes)
      for (const cell of cellsOf(box)) this.cells.set(cell, [...(this.cells.get(cell) ?? []), box]);
  }

  /** Every box that overlaps the area, each once, in no promised order. */
  near(area: Box): Box[] {
    const found = new Set<Box>();
    for (const cell of cellsOf(area))
      for (const box of this.cells.get(cell) ?? []) if (overlaps(box, area)) found.add(box);
    return [...found];
  }
}

function* cellsOf(box: Box): Generator<string> {
  for (let column = Math.floor(box.x / CELL); column * CELL < box.x + box.width; column++)
    for (let row = Math.floor(box.y / CELL); row * CELL < box.y + box.height; row++) yield `${column},${row}`;
}
