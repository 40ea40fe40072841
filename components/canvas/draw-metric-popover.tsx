'use client';

import { Popover } from 'radix-ui';
import { useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { popStyle } from '@/components/ui/pop-style';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { DrawMetricForm } from './draw-metric-form';
import { focusBoard } from './focus-board';

const selectDrawing = (view: CanvasView) => view.drawing;

/** Opens where a field was let go: a metric put together from choices, read as a sentence while it is made. */
export function DrawMetricPopover() {
  const drawing = useCanvasViewValue(selectDrawing);
  const { view } = useCanvasVerbs();
  const content = useRef<HTMLDivElement>(null);
  if (!drawing) return null;
  const close = () => {
    if (content.current?.contains(document.activeElement)) focusBoard();
    view.patch({ drawing: null });
  };
  return (
    <Popover.Root open onOpenChange={close}>
      <Popover.Anchor asChild>
        <span className="pointer-events-none fixed size-0" style={{ left: drawing.at.x, top: drawing.at.y }} />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          ref={content}
          aria-label="Draw a metric"
          side="right"
          sideOffset={10}
          align="center"
          collisionPadding={12}
          className={cn(popStyle, 'max-h-(--radix-popover-content-available-height) w-[360px] p-0')}
        >
          <DrawMetricForm key={`${drawing.entityId} ${drawing.attributeId}`} drawing={drawing} onClose={close} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
