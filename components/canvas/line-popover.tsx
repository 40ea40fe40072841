'use client';

import { Popover } from 'radix-ui';
import { RelationshipFields } from '@/components/inspector/relationship-fields';
import { cn } from '@/components/ui/cn';
import { popStyle } from '@/components/ui/pop-style';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';

const selectEditing = (view: CanvasView) => view.editingLine;

/** What a line says, changed where it stands. */
export function LinePopover() {
  const editing = useCanvasViewValue(selectEditing);
  const { view } = useCanvasVerbs();
  if (!editing) return null;
  return (
    <Popover.Root open onOpenChange={() => view.patch({ editingLine: null })}>
      <Popover.Anchor asChild>
        <span className="pointer-events-none fixed size-0" style={{ left: editing.at.x, top: editing.at.y }} />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          aria-label="What the line says"
          sideOffset={12}
          collisionPadding={12}
          className={cn(popStyle, 'w-80 p-3')}
        >
          <RelationshipFields id={editing.id} hasWords />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
