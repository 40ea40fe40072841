'use client';

import { useCallback } from 'react';
import type { RecordId } from '@/lib/model/records';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { CommentMark } from './comment-mark';
import { RenameInput } from './rename-input';
import { useNaming } from './use-naming';

/** The name at the head of a card, typed in place while it is being renamed. */
export function CardTitle({ id, title, label }: { id: RecordId; title: string; label: string }) {
  const isRenaming = useCanvasViewValue(useCallback((view: CanvasView) => view.renaming?.id === id, [id]));
  if (isRenaming) return <Naming id={id} title={title} label={label} />;
  return (
    <>
      <h3 id={`card-${id}`} className="min-w-0 truncate font-semibold text-base tracking-[-0.012em]">
        {title}
      </h3>
      <CommentMark id={id} />
    </>
  );
}

function Naming({ id, title, label }: { id: RecordId; title: string; label: string }) {
  return (
    <RenameInput
      label={label}
      placeholder={label}
      {...useNaming(id, title)}
      className="font-semibold text-base tracking-[-0.012em]"
    />
  );
}
