'use client';

import { Panel, useReactFlow, useViewport } from '@xyflow/react';
import { Map as MapIcon, Minus, Plus, Scan } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import type { Box } from './box';
import type { CanvasView } from './canvas-view';
import { useCanvasView, useCanvasViewValue } from './canvas-view-context';
import { ExportMenu } from './export-menu';
import { ViewMenu } from './view-menu';

const selectIsMinimapShown = (view: CanvasView) => view.isMinimapShown;
const STEP = { duration: 120 };

type Props = { onFit: () => void; onShow: (box: Box) => void };

export function ZoomControls({ onFit, onShow }: Props) {
  const flow = useReactFlow();
  const { zoom } = useViewport();
  const view = useCanvasView();
  const isMinimapShown = useCanvasViewValue(selectIsMinimapShown);
  return (
    <Panel position="bottom-left">
      <div role="toolbar" aria-label="Zoom" className="flex items-center rounded-lg bg-surface p-0.5 shadow-pop">
        <IconButton icon={Minus} label="Zoom out" keys="mod+-" onClick={() => void flow.zoomOut(STEP)} />
        <button
          type="button"
          title="Back to 100 %"
          aria-label={`Zoom ${Math.round(zoom * 100)} %, back to 100 %`}
          onClick={() => void flow.zoomTo(1, STEP)}
          className="h-7 w-11 rounded-md text-center text-fg-2 text-xs tabular-nums hover:bg-hover hover:text-fg"
        >
          {Math.round(zoom * 100)} %
        </button>
        <IconButton icon={Plus} label="Zoom in" keys="mod++" onClick={() => void flow.zoomIn(STEP)} />
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
}
