'use client';

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEditor } from '@/components/editor/editor-context';
import type { RecordId } from '@/lib/model/records';

type Props = { id: RecordId; icon?: LucideIcon; start?: ReactNode; end?: ReactNode; children: ReactNode };

/** A row that selects another record: the way from one thing to the next without the canvas. */
export function RecordButton({ id, icon: Icon, start, end, children }: Props) {
  const editor = useEditor();
  return (
    <button
      type="button"
      onClick={() => editor.select([id])}
      className="-mx-2 flex min-h-7 w-[calc(100%+16px)] items-center gap-2 rounded-md px-2 py-1 text-left text-sm hover:bg-hover"
    >
      {start}
      {Icon && <Icon className="size-3.5 shrink-0 text-fg-3" strokeWidth={1.75} aria-hidden="true" />}
      <span className="min-w-0 flex-1">{children}</span>
      {end}
    </button>
  );
}
