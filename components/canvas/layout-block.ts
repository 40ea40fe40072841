import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import { CARD_WIDTH, METRIC_HEIGHT } from './card-geometry';

/**
 * What a layout moves as one: an entity card with the metrics that measure it hanging below, or metrics that measure
 * nothing yet. Layout engines see blocks only, so metrics never pull entities apart.
 */
export type LayoutBlock = {
  readonly id: RecordId;
  readonly entityId: RecordId | null;
  readonly entityHeight: number;
  readonly metricIds: readonly RecordId[];
  /** An area, laid out already: as large as its frame, with everything in it at its place in there. */
  readonly whole?: { readonly width: number; readonly height: number; readonly places: ReadonlyMap<RecordId, Point> };
};

/** A many-to-one line between two blocks, from the "many" side, with the heights at which it leaves and arrives. */
export type BlockLine = {
  readonly id: string;
  readonly from: RecordId;
  readonly fromY: number;
  readonly to: RecordId;
  readonly toY: number;
};

const METRIC_INDENT = 34;
const METRIC_GAP = 14;
const METRIC_LEAD = 26;
/** More stand in two columns, or one entity with many metrics would make the whole drawing tall. */
const METRICS_IN_A_COLUMN_MAX = 8;

const columnsFor = (metrics: number) => (metrics > METRICS_IN_A_COLUMN_MAX ? 2 : 1);

export function blockWidth({ entityId, metricIds, whole }: LayoutBlock): number {
  if (whole) return whole.width;
  const columns = columnsFor(metricIds.length);
  const indent = entityId === null ? 0 : METRIC_INDENT;
  return metricIds.length === 0 ? CARD_WIDTH : indent + columns * CARD_WIDTH + (columns - 1) * METRIC_GAP;
}

export function blockHeight({ entityId, entityHeight, metricIds, whole }: LayoutBlock): number {
  if (whole) return whole.height;
  const rows = Math.ceil(metricIds.length / columnsFor(metricIds.length));
  const lead = entityId === null ? 0 : entityHeight + (rows > 0 ? METRIC_LEAD : 0);
  return lead + rows * METRIC_HEIGHT + Math.max(0, rows - 1) * METRIC_GAP;
}

/** Positions of the entity and of each metric for a block that stands at `at`. */
export function placeBlock(block: LayoutBlock, at: Point): Map<RecordId, Point> {
  if (block.whole)
    return new Map([...block.whole.places].map(([id, place]) => [id, { x: at.x + place.x, y: at.y + place.y }]));
  const placed = new Map<RecordId, Point>();
  if (block.entityId !== null) placed.set(block.entityId, at);
  const lead = block.entityId === null ? 0 : block.entityHeight + METRIC_LEAD;
  const indent = block.entityId === null ? 0 : METRIC_INDENT;
  const columns = columnsFor(block.metricIds.length);
  block.metricIds.forEach((id, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    placed.set(id, {
      x: at.x + indent + column * (CARD_WIDTH + METRIC_GAP),
      y: at.y + lead + row * (METRIC_HEIGHT + METRIC_GAP),
    });
  });
  return placed;
}
