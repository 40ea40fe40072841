import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import { type BlockLine, blockHeight, blockWidth, type LayoutBlock, placeBlock } from './layout-block';

/**
 * A layout at once and without an engine: what others refer to stands left, what refers to it right of it, columns that
 * grow too tall are broken, and a row of them that grows too long goes on below. The same model always lands in the same places. Tidy does better; this never makes one wait.
 */
const COLUMN_GAP = 112;
const ROW_GAP = 52;
const COLUMN_HEIGHT_MIN = 1500;
const SHELF_WIDTH_MIN = 3200;
const SHELF_GAP = 120;

export function simpleLayout(blocks: readonly LayoutBlock[], lines: readonly BlockLine[]): Map<RecordId, Point> {
  const columns = new Map<number, LayoutBlock[]>();
  const layers = layersOf(blocks, lines);
  for (const block of blocks) {
    const layer = layers.get(block.id) ?? 0;
    columns.set(layer, [...(columns.get(layer) ?? []), block]);
  }
  const area = blocks.reduce(
    (sum, block) => sum + (blockHeight(block) + ROW_GAP) * (blockWidth(block) + COLUMN_GAP),
    0,
  );
  const heightMax = Math.max(COLUMN_HEIGHT_MIN, Math.sqrt(area) * 0.8);
  const shelfWidth = Math.max(SHELF_WIDTH_MIN, Math.sqrt(area) * 1.5);

  const placed = new Map<RecordId, Point>();
  let x = 0;
  let top = 0;
  let bottom = 0;
  for (const layer of [...columns.keys()].sort((a, b) => a - b)) {
    for (const column of broken(columns.get(layer) ?? [], heightMax)) {
      const width = Math.max(...column.map(blockWidth));
      if (x > 0 && x + width > shelfWidth) {
        x = 0;
        top = bottom + SHELF_GAP;
      }
      let y = top;
      for (const block of column) {
        for (const [id, at] of placeBlock(block, { x, y })) placed.set(id, at);
        y += blockHeight(block) + ROW_GAP;
      }
      bottom = Math.max(bottom, y - ROW_GAP);
      x += width + COLUMN_GAP;
    }
  }
  return placed;
}

/** Longest way to a block nothing refers away from; a loop of references stops where it was entered. */
function layersOf(blocks: readonly LayoutBlock[], lines: readonly BlockLine[]): Map<RecordId, number> {
  const refersTo = new Map<RecordId, RecordId[]>();
  for (const { from, to } of lines) if (from !== to) refersTo.set(from, [...(refersTo.get(from) ?? []), to]);
  const layers = new Map<RecordId, number>();
  for (const block of blocks) visit(block.id);
  return layers;

  /** An explicit stack, because models may be thousands of references deep. */
  function visit(start: RecordId) {
    const path: RecordId[] = [start];
    const isOpen = new Set<RecordId>([start]);
    while (path.length > 0) {
      const id = path[path.length - 1];
      if (id === undefined) return;
      const next = layers.has(id) ? undefined : refersTo.get(id)?.find((to) => !layers.has(to) && !isOpen.has(to));
      if (next !== undefined) {
        path.push(next);
        isOpen.add(next);
        continue;
      }
      if (!layers.has(id))
        layers.set(id, 1 + Math.max(-1, ...(refersTo.get(id) ?? []).map((to) => layers.get(to) ?? -1)));
      path.pop();
    }
  }
}

function broken(column: readonly LayoutBlock[], heightMax: number): LayoutBlock[][] {
  const parts: LayoutBlock[][] = [[]];
  let height = 0;
  for (const block of column) {
    const tall = blockHeight(block) + ROW_GAP;
    if (height > 0 && height + tall > heightMax) {
      parts.push([]);
      height = 0;
    }
    parts[parts.length - 1]?.push(block);
    height += tall;
  }
  return parts;
}
