import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';

export type FlowEdgeType = Edge<{ label: string | null; isBroken: boolean; isHot: boolean; isDim: boolean }, 'flow'>;

/** A line from a product to whoever is made from it, with the room that is left on it. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps<FlowEdgeType>) {
  const { sourceX, sourceY, sourcePosition, targetX, targetY, targetPosition, data } = props;
  const [path, labelX, labelY] = getBezierPath({
    sourceX,
    sourceY,
    sourcePosition,
    targetX,
    targetY,
    targetPosition,
  });
  return (
    <>
      <BaseEdge path={path} interactionWidth={18} />
      {data?.label && !data.isDim && (
        <EdgeLabelRenderer>
          <span
            aria-hidden="true"
            className={cn(
              'pointer-events-none absolute rounded-xs bg-canvas px-1 text-2xs tabular-nums whitespace-nowrap',
              data.isBroken ? 'font-medium text-bad' : data.isHot ? 'text-accent-text' : 'text-fg-2',
            )}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
          >
            {data.label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
