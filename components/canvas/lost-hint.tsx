'use client';

import { Panel, type ReactFlowState, useStoreApi } from '@xyflow/react';
import { Scan } from 'lucide-react';
import { useCallback, useSyncExternalStore } from 'react';
import { listenToAll } from '@/components/editor/listen-to-all';
import { Button } from '@/components/ui/button';
import { overlaps } from './box';
import type { CanvasScene } from './canvas-scene';
import { useCanvasSceneStore } from './canvas-scene-context';
import { flowSight } from './flow-sight';

type Props = { onFit: () => void };

/** Somebody who has wandered off sees an empty board; this leads back. It hears that nothing is in sight, and of no move. */
export function LostHint({ onFit }: Props) {
  const scene = useCanvasSceneStore();
  const flow = useStoreApi();
  const subscribe = useCallback((listener: () => void) => listenToAll([scene, flow], listener), [scene, flow]);
  const read = () => isOutOfSight(flow.getState(), scene.get());
  const isLost = useSyncExternalStore(subscribe, read, read);
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

function isOutOfSight(state: ReactFlowState, { boxes }: CanvasScene): boolean {
  if (boxes.size === 0 || state.width === 0) return false;
  const sight = flowSight(state);
  for (const box of boxes.values()) if (overlaps(box, sight)) return false;
  return true;
}
