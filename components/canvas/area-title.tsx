'use client';

import { useCallback } from 'react';
import { cn } from '@/components/ui/cn';
import type { Area } from '@/lib/model/area';
import { AREA_HEAD } from './area-frames';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { RenameInput } from './rename-input';
import type { useAreaDrag } from './use-area-drag';

type Props = { id: string; area: Area; words: string; drag: ReturnType<typeof useAreaDrag> };
const AT_THE_HEAD = { bottom: `calc(100% - ${AREA_HEAD}px)`, minHeight: AREA_HEAD };

/** The head of a frame, by which it is taken hold of. From afar the name keeps its size and grows out of the frame. */
export function AreaTitle({ id, area, words, drag }: Props) {
  const { editor } = useCanvasVerbs();
  const isRenaming = useCanvasViewValue(useCallback((view: CanvasView) => view.renaming?.id === id, [id]));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what the pointer does here, the keys do on the frame
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      onPointerDown={(event) => drag.onPointerDown(event, id)}
      onPointerMove={drag.onPointerMove}
      onPointerUp={drag.onPointerUp}
      onPointerCancel={drag.onPointerCancel}
      onClick={(event) => event.stopPropagation()}
      style={AT_THE_HEAD}
      className={cn(
        'nopan pointer-events-auto absolute inset-x-0 flex items-center px-5 text-[calc(13px*var(--letter))] leading-[1.5]',
        editor.canEdit && 'cursor-grab active:cursor-grabbing',
      )}
    >
      {isRenaming ? (
        <Naming id={id} name={area.name} />
      ) : (
        <span className="flex h-[1.5em] min-w-0 flex-wrap gap-x-[0.6em] overflow-hidden">
          <span className="area-name max-w-full truncate font-semibold tracking-[-0.012em]">{area.name}</span>
          <span className="text-[0.88em] text-fg-3 leading-[1.7]">{words}</span>
        </span>
      )}
    </div>
  );
}

function Naming({ id, name }: { id: string; name: string }) {
  const { areas } = useCanvasVerbs();
  const end = (words: string, goesOn: boolean) => {
    areas.finishNaming(id, words);
    const frame = goesOn ? document.querySelector(`[data-area="${CSS.escape(id)}"]`) : null;
    if (frame instanceof HTMLElement) frame.focus({ preventScroll: true });
  };
  return (
    <RenameInput
      label="Name of the area"
      value={name}
      onDone={(words, how) => end(words, how !== 'leave')}
      onCancel={() => end('', true)}
      className="max-w-80 font-semibold tracking-[-0.012em]"
    />
  );
}
