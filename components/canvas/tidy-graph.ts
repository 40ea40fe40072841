import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import { CARD_WIDTH } from './card-geometry';
import { type BlockLine, blockHeight, blockWidth, type LayoutBlock, placeBlock } from './layout-block';

const STACKED_BLOCKS_MAX = 12;
const STACK_GAP = 52;

/**
 * The question put to the layout engine: blocks with a port at every row a line ends at. Parts that are not joined are set
 * beside and below each other towards the wished aspect, width by height. Network Simplex packs tightest, and takes forty
 * seconds for 500 blocks: a large model is asked about in parts.
 */
export function toTidyGraph(blocks: readonly LayoutBlock[], lines: readonly BlockLine[], aspect = 1.5): ElkNode {
  const ending = new Map<RecordId, BlockLine[]>();
  for (const line of lines)
    for (const id of new Set([line.from, line.to])) ending.set(id, [...(ending.get(id) ?? []), line]);
  return {
    id: 'model',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.aspectRatio': aspect.toFixed(2),
      'elk.layered.spacing.nodeNodeBetweenLayers': '112',
      'elk.spacing.nodeNode': '52',
      'elk.spacing.componentComponent': '72',
      'elk.spacing.edgeNode': '24',
      'elk.spacing.edgeEdge': '14',
      'elk.layered.spacing.edgeNodeBetweenLayers': '30',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    },
    children: blocks.map((block) => ({
      id: block.id,
      width: blockWidth(block),
      height: blockHeight(block),
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: (ending.get(block.id) ?? []).flatMap((line) => portsOf(block, line)),
    })),
    // The "one" side stands left: an entity reads before what refers to it.
    edges: lines
      .filter((line) => line.from !== line.to)
      .map((line): ElkExtendedEdge => ({ id: line.id, sources: [`${line.id}/one`], targets: [`${line.id}/many`] })),
  };
}

function portsOf(block: LayoutBlock, line: BlockLine) {
  if (line.from === line.to) return [];
  if (line.to === block.id) return [port(`${line.id}/one`, 'EAST', block.whole?.width ?? CARD_WIDTH, line.toY)];
  if (line.from === block.id) return [port(`${line.id}/many`, 'WEST', -1, line.fromY)];
  return [];
}

function port(id: string, side: 'EAST' | 'WEST', x: number, y: number) {
  return { id, x, y, width: 1, height: 1, layoutOptions: { 'elk.port.side': side } };
}

/**
 * The engine's answer as positions of cards, on whole pixels. A block it lost keeps its place by being left out. A small
 * model keeps the engine's columns and order and is stacked from the top: with tall blocks, straight lines cost more room
 * than they are worth.
 */
export function readTidyGraph(answer: ElkNode, blocks: readonly LayoutBlock[]): Map<RecordId, Point> {
  const corners = new Map<string, Point>(
    answer.children?.map((child) => [child.id, { x: Math.round(child.x ?? 0), y: Math.round(child.y ?? 0) }]),
  );
  if (blocks.length <= STACKED_BLOCKS_MAX) stack(blocks, corners);
  const placed = new Map<RecordId, Point>();
  for (const block of blocks) {
    const corner = corners.get(block.id);
    if (corner) for (const [id, at] of placeBlock(block, corner)) placed.set(id, at);
  }
  return placed;
}

/**
 * Moves the blocks of each column together, in their order, starting at the top. Parts of a model that are not joined come
 * with columns of their own, so blocks that would stand over each other are one column.
 */
function stack(blocks: readonly LayoutBlock[], corners: Map<string, Point>) {
  const placed = blocks.flatMap((block) => {
    const corner = corners.get(block.id);
    return corner ? [{ block, corner }] : [];
  });
  const columns: { x: number; right: number; placed: typeof placed }[] = [];
  for (const one of placed.sort((a, b) => a.corner.x - b.corner.x)) {
    const right = one.corner.x + blockWidth(one.block);
    const column = columns.at(-1);
    if (column && one.corner.x < column.right) {
      column.placed.push(one);
      column.right = Math.max(column.right, right);
    } else columns.push({ x: one.corner.x, right, placed: [one] });
  }
  for (const column of columns) {
    let y = 0;
    for (const { block } of column.placed.sort((a, b) => a.corner.y - b.corner.y)) {
      corners.set(block.id, { x: column.x, y });
      y += blockHeight(block) + STACK_GAP;
    }
  }
}
