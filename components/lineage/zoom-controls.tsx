'use client';

import { useReactFlow, useViewport } from '@xyflow/react';
import { Minus, Plus, Scan } from 'lucide-react';
import { gliding } from '@/components/ui/gliding';
import { IconButton } from '@/components/ui/icon-button';

const STEP_MS = 120;

export function ZoomControls({ onFit }: { onFit: () => void }) {
  const flow = useReactFlow();
  const { zoom } = useViewport();
  return (
    <div role="toolbar" aria-label="Zoom" className="flex items-center rounded-lg bg-surface p-0.5 shadow-pop">
      <IconButton icon={Minus} label="Zoom out" onClick={() => void flow.zoomOut(gliding(STEP_MS))} />
      <button
        type="button"
        aria-label="Zoom to 100 %"
        onClick={() => void flow.zoomTo(1, gliding(STEP_MS))}
        className="h-7 w-11 rounded-md text-center text-fg-2 text-xs tabular-nums hover:bg-hover hover:text-fg"
      >
        {Math.round(zoom * 100)} %
      </button>
      <IconButton icon={Plus} label="Zoom in" onClick={() => void flow.zoomIn(gliding(STEP_MS))} />
      <IconButton icon={Scan} label="Fit the board" keys="f" onClick={onFit} />
    </div>
  );
}
