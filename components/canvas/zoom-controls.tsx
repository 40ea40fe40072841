'use client';

import { Panel, type ReactFlowState, useReactFlow, useStore } from '@xyflow/react';
import { Map as MapIcon, Minus, Plus, Scan } from 'lucide-react';
import { memo } from 'react';
import { gliding } from '@/components/ui/gliding';
import { IconButton } from '@/components/ui/icon-button';
import type { Box } from './box';
import type { CanvasView } from './canvas-view';
import { useCanvasView, useCanvasViewValue } from './canvas-view-context';
import { ExportMenu } from './export-menu';
import { ViewMenu } from './view-menu';

const selectIsMinimapShown = (view: CanvasView) => view.isMinimapShown;
const selectPercent = ({ transform: [, , zoom] }: ReactFlowState) => Math.round(zoom * 100);
const STEP_MS = 120;

type Props = { onFit: () => void; onShow: (box: Box) => void };

export const ZoomControls = memo(function ZoomControls({ onFit, onShow }: Props) {
  const flow = useReactFlow();
  const view = useCanvasView();
  const isMinimapShown = useCanvasViewValue(selectIsMinimapShown);
  return (
    <Panel position="bottom-left">
      <div role="toolbar" aria-label="Zoom" className="flex items-center rounded-lg bg-surface p-0.5 shadow-pop">
        <IconButton icon={Minus} label="Zoom out" keys="-" onClick={() => void flow.zoomOut(gliding(STEP_MS))} />
        <HowNear />
        <IconButton icon={Plus} label="Zoom in" keys="+" onClick={() => void flow.zoomIn(gliding(STEP_MS))} />
        <IconButton icon={Scan} label="Show everything" keys="shift+1" onClick={() => onFit()} />
        <IconButton
          icon={MapIcon}
          label="Minimap"
          pressed={isMinimapShown}
          onClick={() => view.patch({ isMinimapShown: !isMinimapShown })}
        />
        <ViewMenu onShow={onShow} />
        <ExportMenu />
      </div>
    </Panel>
  );
});

function HowNear() {
  const flow = useReactFlow();
  const percent = useStore(selectPercent);
  return (
    <button
      type="button"
      title="Back to 100 % (0)"
      aria-label={`Zoom ${percent} %, back to 100 %`}
      onClick={() => void flow.zoomTo(1, gliding(STEP_MS))}
      className="h-7 w-11 rounded-md text-center text-fg-2 text-xs tabular-nums hover:bg-hover hover:text-fg"
    >
      {percent} %
    </button>
  );
}
