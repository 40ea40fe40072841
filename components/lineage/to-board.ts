import { Position } from '@xyflow/react';
import { describeSlack } from '@/components/catalog/describe-value';
import type { Lineage, LineageEdge } from '@/lib/api/lineage';
import type { FlowEdgeType } from './flow-edge';
import { CARD, layoutLanes } from './lane-layout';
import type { LaneNodeType } from './lane-node';
import { edgeId } from './lineage-state';
import type { ProductNodeType } from './product-node';
import type { VisibleLineage } from './visible-lineage';

export type BoardNode = LaneNodeType | ProductNodeType;

const HANDLE = 2;

/** Cards and lanes with sizes and handles given, so that nothing is measured and only what is in view is drawn. */
export function toNodes(visible: VisibleLineage, whole: Lineage): BoardNode[] {
  const { lanes, positions } = layoutLanes(visible.products, visible.edges);
  const linked = new Set(whole.edges.flatMap((edge) => [edge.from, edge.to]));
  return [
    ...lanes.map(
      (lane): LaneNodeType => ({
        id: `lane ${lane.alignment}`,
        type: 'lane',
        position: { x: lane.x, y: lane.y },
        width: lane.width,
        height: lane.height,
        zIndex: -1,
        selectable: false,
        focusable: false,
        data: {
          alignment: lane.alignment,
          count: lane.count,
          hidden: whole.products.filter((product) => product.alignment === lane.alignment).length - lane.count,
        },
        handles: [],
      }),
    ),
    ...visible.products.map(
      (product): ProductNodeType => ({
        id: product.key,
        type: 'product',
        position: positions.get(product.key) ?? { x: 0, y: 0 },
        width: CARD.width,
        height: CARD.height,
        zIndex: 2,
        ariaLabel: `${product.name}, ${product.alignment}, ${product.owner ? `owned by ${product.owner.name}` : 'owned by nobody'}`,
        data: {
          product,
          isIdle: !linked.has(product.key) || (product.alignment !== 'consumer' && product.reliedOnBy === 0),
        },
        handles: sideHandles(),
      }),
    ),
  ];
}

function sideHandles(): NonNullable<ProductNodeType['handles']> {
  const y = CARD.height / 2 - HANDLE / 2;
  return [
    { id: 'in', type: 'target', position: Position.Left, x: 0, y, width: HANDLE, height: HANDLE },
    { id: 'out', type: 'source', position: Position.Right, x: CARD.width - HANDLE, y, width: HANDLE, height: HANDLE },
  ];
}

/** Lines with their state: on the chosen path, off it, or broken. */
export function toEdges(
  edges: readonly LineageEdge[],
  path: ReadonlySet<string> | null,
  chosen: string | null,
  nameOf: (key: string) => string,
): FlowEdgeType[] {
  return edges.map((edge) => {
    const id = edgeId(edge);
    const isHot = id === chosen || (chosen === null && path !== null && path.has(edge.from) && path.has(edge.to));
    const isDim = (path !== null || chosen !== null) && !isHot;
    const isBroken = edge.verdict !== null && edge.verdict !== 'met';
    const label = edge.slackMinutes === null ? null : describeSlack('freshness', edge.slackMinutes);
    return {
      id,
      type: 'flow',
      source: edge.from,
      target: edge.to,
      sourceHandle: 'out',
      targetHandle: 'in',
      selected: id === chosen,
      className: [isHot ? 'hot' : '', isDim ? 'dim' : '', isBroken ? 'breach' : ''].join(' '),
      zIndex: isHot ? 3 : 1,
      ariaLabel: `${nameOf(edge.from)} feeds ${nameOf(edge.to)}${label ? `, ${label}` : ''}`,
      data: { label, isBroken, isHot, isDim },
    };
  });
}
