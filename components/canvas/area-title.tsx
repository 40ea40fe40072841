'use client';

import { FoldVertical, UnfoldVertical } from 'lucide-react';
import { type CSSProperties, useCallback } from 'react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import type { Area } from '@/lib/model/area';
import { AREA_HEAD } from './area-frames';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { RenameInput } from './rename-input';

type Props = { id: string; area: Area; words: string };
const AT_THE_HEAD: CSSProperties & Record<'--head', string> = { '--head': `${AREA_HEAD}px` };

/**
 * What an area is taken hold of by: the head of a frame, or all of the box it is folded into. From afar the name keeps
 * its size and stands on what it names: no line runs through its letters there, and a box has no room for it.
 */
export function AreaTitle({ id, area, words }: Props) {
  const { editor, areas } = useCanvasVerbs();
  const isRenaming = useCanvasViewValue(useCallback((view: CanvasView) => view.renaming?.id === id, [id]));
  const { isFolded } = area;
  return (
    <div
      data-area-head={id}
      style={isFolded ? undefined : AT_THE_HEAD}
      className={cn(
        'nopan pointer-events-auto absolute inset-x-0 flex items-center gap-2 text-[calc(13px*var(--letter))] leading-[1.5]',
        isFolded
          ? 'inset-y-0 pr-2.5 pl-4 group-data-far/areas:top-auto group-data-far/areas:right-auto group-data-far/areas:px-0'
          : 'bottom-[calc(100%-var(--head))] min-h-(--head) pr-2 pl-5 group-data-far/areas:min-h-0 group-data-far/areas:pl-1',
        'group-data-far/areas:bottom-full',
        editor.canEdit && 'cursor-grab active:cursor-grabbing',
      )}
    >
      {isRenaming ? (
        <Naming id={id} name={area.name} />
      ) : (
        <span
          className={cn(
            'flex min-w-0 flex-1 flex-wrap gap-x-[0.6em] overflow-hidden',
            // Drawn with the cards there, which would stand on it.
            'group-data-overview/areas:invisible',
            isFolded ? 'max-h-full group-data-far/areas:w-max group-data-far/areas:max-w-[14em]' : 'h-[1.5em]',
          )}
        >
          <span className={cn('area-name max-w-full truncate font-semibold tracking-[-0.012em]', isFolded && 'w-full')}>
            {area.name}
          </span>
          <span
            className={cn('truncate text-[0.88em] text-fg-3 leading-[1.7]', isFolded && 'group-data-far/areas:hidden')}
          >
            {words}
          </span>
        </span>
      )}
      {editor.canEdit && !isRenaming && (
        <IconButton
          icon={isFolded ? UnfoldVertical : FoldVertical}
          label={isFolded ? `Unfold ${area.name}` : `Fold ${area.name} into one box`}
          keys="b"
          tabIndex={-1}
          onPointerDown={(event) => event.stopPropagation()}
          // The focus stays on the area, where the keys work.
          onMouseDown={(event) => event.preventDefault()}
          onDoubleClick={(event) => event.stopPropagation()}
          onClick={() => areas.toggleFolded([id])}
          className={cn(
            'group-data-far/areas:hidden',
            !isFolded &&
              'opacity-0 focus-visible:opacity-100 group-hover:opacity-100 group-data-[state=selected]:opacity-100',
          )}
        />
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
