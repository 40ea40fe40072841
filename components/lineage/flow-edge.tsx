import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import type { DiffMark } from '@/lib/api/diff-marks';
import { DiffChips } from './diff-chips';
import { edgePath } from './edge-path';
import { CARD, type Point } from './lane-layout';

export type FlowEdgeType = Edge<
  { label: string | null; passes: Point[]; isBroken: boolean; isHot: boolean; marks: readonly DiffMark[] },
  'flow'
>;

/** A line from a product to whoever is made from it, with the room that is left on it. */
export const FlowEdge = memo(function FlowEdge({ data, ...ends }: EdgeProps<FlowEdgeType>) {
  const { path, label } = edgePath({
    source: { x: ends.sourceX, y: ends.sourceY },
    target: { x: ends.targetX, y: ends.targetY },
    passes: data?.passes ?? [],
    passWidth: CARD.width,
  });
  return (
    <>
      <BaseEdge path={path} interactionWidth={18} />
      {data && data.marks.length > 0 && (
        <EdgeLabelRenderer>
          <span
            className="pointer-events-none absolute z-[4] flex items-center gap-1.5 rounded-xs bg-label px-1 text-2xs text-fg"
            style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
          >
            <DiffChips marks={data.marks} isShort />
          </span>
        </EdgeLabelRenderer>
      )}
      {data?.label && (
        <EdgeLabelRenderer>
          <span
            aria-hidden="true"
            className={cn(
              'pointer-events-none absolute rounded-xs bg-label px-1 text-2xs tabular-nums whitespace-nowrap',
              data.isBroken ? 'font-medium text-bad' : data.isHot ? 'text-accent-text' : 'text-fg-2',
            )}
            style={{
              transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)`,
              zIndex: data.isHot ? 4 : 3,
            }}
          >
            {data.label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
