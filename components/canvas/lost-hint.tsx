'use client';

import { Panel, type ReactFlowState, useStore } from '@xyflow/react';
import { Scan } from 'lucide-react';
import { useCallback } from 'react';
import { Button } from '@/components/ui/button';
import { overlaps } from './box';
import type { CanvasScene } from './canvas-scene';
import { useSceneValue } from './canvas-scene-context';

const selectBoxes = ({ boxes }: CanvasScene) => boxes;

type Props = { onFit: () => void };

/** Somebody who has wandered off sees an empty board; this leads back. */
export function LostHint({ onFit }: Props) {
  const boxes = useSceneValue(selectBoxes);
  const isLost = useStore(
    useCallback(
      ({ transform: [x, y, zoom], width, height }: ReactFlowState) => {
        if (boxes.size === 0 || width === 0) return false;
        const sight = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
        for (const box of boxes.values()) if (overlaps(box, sight)) return false;
        return true;
      },
      [boxes],
    ),
  );
  if (!isLost) return null;
  return (
    <Panel position="top-center" className="!top-1/3">
      <div
        className="flex items-center gap-3 rounded-lg bg-surface px-3 py-2 text-fg-2 text-sm shadow-pop"
        role="status"
      >
        The drawing is out of sight.
        <Button size="sm" icon={Scan} onClick={onFit}>
          Show everything
        </Button>
      </div>
    </Panel>
  );
}
