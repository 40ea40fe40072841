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

export const BLOCK_WIDTH = CARD_WIDTH + METRIC_INDENT;

export function blockHeight({ entityId, entityHeight, metricIds }: LayoutBlock): number {
  const lead = entityId === null ? 0 : entityHeight + (metricIds.length > 0 ? METRIC_LEAD : 0);
  return lead + metricIds.length * METRIC_HEIGHT + Math.max(0, metricIds.length - 1) * METRIC_GAP;
}

/** Positions of the entity and of each metric for a block that stands at `at`. */
export function placeBlock(block: LayoutBlock, at: Point): Map<RecordId, Point> {
  const placed = new Map<RecordId, Point>();
  if (block.entityId !== null) placed.set(block.entityId, at);
  const lead = block.entityId === null ? 0 : block.entityHeight + METRIC_LEAD;
  const indent = block.entityId === null ? 0 : METRIC_INDENT;
  block.metricIds.forEach((id, index) => {
    placed.set(id, { x: at.x + indent, y: at.y + lead + index * (METRIC_HEIGHT + METRIC_GAP) });
  });
  return placed;
}
