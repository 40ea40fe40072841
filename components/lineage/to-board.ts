import { Position } from '@xyflow/react';
import { describeSlack } from '@/components/catalog/describe-value';
import type { DiffMark } from '@/lib/api/diff-marks';
import type { FieldTrace, Lineage, LineageProduct } from '@/lib/api/lineage';
import type { FlowEdgeType } from './flow-edge';
import { CARD, type LaneLayout, layoutLanes } from './lane-layout';
import type { LaneNodeType } from './lane-node';
import { edgeId } from './lineage-state';
import type { ProductNodeType } from './product-node';
import type { Path } from './trace';
import type { ShownProduct, VisibleLineage } from './visible-lineage';

export type BoardNode = LaneNodeType | ProductNodeType;

const HANDLE = 2;

/** Nobody asks anything of it: it may stay where it is. */
function isIdle(product: LineageProduct): boolean {
  return product.alignment !== 'consumer' && product.reliedOnBy === 0;
}

export function layoutBoard(visible: VisibleLineage): LaneLayout {
  const placed = visible.products.map((product) => ({ ...product, isIdle: isIdle(product) }));
  return layoutLanes(placed, visible.edges);
}

type Whole = { lineage: Lineage; marks: readonly DiffMark[]; trace: FieldTrace | null };

/** Cards and lanes with sizes and handles given, so that nothing is measured and only what is in view is drawn. */
export function toNodes(
  visible: VisibleLineage,
  layout: LaneLayout,
  { lineage: whole, marks, trace }: Whole,
): BoardNode[] {
  const lanes = layout.lanes.map(({ alignment, x, width, height }): LaneNodeType => {
    const count = visible.products.filter((product) => product.alignment === alignment).length;
    const all = whole.products.filter((product) => product.alignment === alignment).length;
    return {
      id: `lane ${alignment}`,
      type: 'lane',
      position: { x, y: 0 },
      width,
      height,
      measured: { width, height },
      zIndex: -1,
      selectable: false,
      focusable: false,
      data: { alignment, count, hidden: all - count },
      handles: [],
    };
  });
  return [...lanes, ...visible.products.map((product) => toCard(product, layout, { marks, trace }))];
}

function toCard(product: ShownProduct, layout: LaneLayout, { marks, trace }: Omit<Whole, 'lineage'>): ProductNodeType {
  const height = isIdle(product) ? CARD.idleHeight : CARD.height;
  const y = height / 2 - HANDLE / 2;
  const owner = product.owner ? `owned by ${product.owner.name}` : 'owned by nobody';
  return {
    id: product.key,
    type: 'product',
    position: layout.positions.get(product.key) ?? { x: 0, y: 0 },
    width: CARD.width,
    height,
    measured: { width: CARD.width, height },
    zIndex: 2,
    ariaLabel: `${product.name}, ${product.alignment}, ${owner}`,
    data: {
      product,
      isIdle: isIdle(product),
      marks: marks.filter((mark) => mark.product === product.key),
      fields: trace?.fields.flatMap((one) => (one.product === product.key ? [one.label] : [])) ?? [],
    },
    handles: [
      { id: 'in', type: 'target', position: Position.Left, x: 0, y, width: HANDLE, height: HANDLE },
      { id: 'out', type: 'source', position: Position.Right, x: CARD.width - HANDLE, y, width: HANDLE, height: HANDLE },
    ],
  };
}

type EdgeLook = {
  path: Path | null;
  chosen: string | null;
  marks: readonly DiffMark[];
  nameOf: (key: string) => string;
};

/** Lines with their state: on the chosen path, off it, or broken. */
export function toEdges({ edges }: VisibleLineage, layout: LaneLayout, look: EdgeLook): FlowEdgeType[] {
  const { path, chosen, marks, nameOf } = look;
  return edges.map((edge) => {
    const id = edgeId(edge);
    const isHot = id === chosen || (path?.edges.has(id) ?? false);
    const isDim = (path !== null || chosen !== null) && !isHot;
    const isBroken = edge.verdict !== null && edge.verdict !== 'met';
    const slack = edge.slackMinutes === null ? null : describeSlack('freshness', edge.slackMinutes);
    const changed = marks.filter(({ product, reader }) => product === edge.from && reader === edge.to);
    const label = isDim || changed.length > 0 ? null : slack;
    return {
      id,
      type: 'flow',
      source: edge.from,
      target: edge.to,
      sourceHandle: 'out',
      targetHandle: 'in',
      selected: id === chosen,
      className: [isHot ? 'hot' : '', isDim ? 'dim' : '', isBroken ? 'breach' : ''].join(' '),
      zIndex: isHot ? 1 : 0,
      ariaLabel: `${nameOf(edge.from)} feeds ${nameOf(edge.to)}${slack ? `, ${slack}` : ''}`,
      data: { label, passes: layout.passes.get(id) ?? [], isBroken, isHot, marks: isDim ? [] : changed },
    };
  });
}
