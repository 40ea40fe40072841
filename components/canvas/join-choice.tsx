'use client';

import { Popover } from 'radix-ui';
import { useLabel } from '@/components/editor/use-record';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { popStyle } from '@/components/ui/pop-style';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';

const selectJoining = (view: CanvasView) => view.joining;

/** Two entities that are joined already and a second pair of fields: one line over both, or a line of its own. */
export function JoinChoice() {
  const joining = useCanvasViewValue(selectJoining);
  if (!joining) return null;
  return <Choice {...joining} />;
}

type Props = Exclude<CanvasView['joining'], null>;

function Choice({ fromId, toId, lineId, at }: Props) {
  const verbs = useCanvasVerbs();
  const from = useLabel(fromId);
  const to = useLabel(toId);
  const close = () => verbs.view.patch({ joining: null });
  return (
    <Popover.Root open onOpenChange={close}>
      <Popover.Anchor asChild>
        <span className="pointer-events-none fixed size-0" style={{ left: at.x, top: at.y }} />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          aria-label="One line or two"
          sideOffset={8}
          collisionPadding={8}
          className={cn(popStyle, 'w-80 p-3')}
        >
          <p className="font-medium text-sm">These two are joined already.</p>
          <p className="mt-0.5 text-fg-2 text-xs">
            {from} and {to}: do they belong to that line, or do they mean something else?
          </p>
          <div className="mt-2.5 flex flex-col gap-1.5">
            <Button
              onClick={() => {
                close();
                verbs.relateOnLine(lineId, fromId, toId);
              }}
            >
              Both pairs must match
            </Button>
            <Button
              onClick={() => {
                close();
                verbs.relateApart(fromId, toId);
              }}
            >
              It is a second, different line
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
