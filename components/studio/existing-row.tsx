'use client';

import { Check, ChevronRight, Plus } from 'lucide-react';
import type { DragEvent, KeyboardEvent, ReactNode } from 'react';
import { EXISTING_MIME } from '@/components/canvas/existing-mime';
import { cn } from '@/components/ui/cn';

type Props = {
  level: 1 | 2 | 3;
  label: string;
  /** Beside the label, quiet. */
  note?: string | undefined;
  title?: string | undefined;
  start: ReactNode;
  /** What is dragged or brought in with Enter; null for a product. */
  bringRef: string | null;
  isThere: boolean;
  /** Null when there is nothing inside. */
  isOpen: boolean | null;
  onToggle?: () => void;
  onBring?: (ref: string) => void;
};

const INDENT = { 1: 'pl-1.5', 2: 'pl-5', 3: 'pl-10' } as const;

/** One row of the tree: arrows walk and unfold, Enter brings it in; the pointer drags it, or presses what says so. */
export function ExistingRow(props: Props) {
  const { level, label, note, title, start, bringRef, isThere, isOpen, onToggle, onBring } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      step(event.currentTarget, move);
    } else if (event.key === 'ArrowRight' && isOpen === false) onToggle?.();
    else if (event.key === 'ArrowLeft' && isOpen === true) onToggle?.();
    else if (event.key === 'ArrowLeft') toParent(event.currentTarget, level);
    else if (event.key === 'Enter') {
      event.preventDefault();
      if (bringRef !== null) onBring?.(bringRef);
      else onToggle?.();
    } else return;
    event.stopPropagation();
  };
  const onDragStart = (event: DragEvent) => {
    if (bringRef === null) return;
    event.dataTransfer.setData(EXISTING_MIME, bringRef);
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-expanded={isOpen ?? undefined}
      aria-selected={false}
      aria-label={`${label}${note ? `, ${note}` : ''}${isThere ? ', on the canvas' : ''}`}
      tabIndex={0}
      data-row
      draggable={bringRef !== null}
      onDragStart={onDragStart}
      onKeyDown={onKeyDown}
      onClick={() => onToggle?.()}
      onDoubleClick={() => bringRef !== null && onBring?.(bringRef)}
      title={title}
      className={cn(
        'group -outline-offset-2 flex h-7 select-none items-center gap-1.5 rounded-md pr-2 text-sm hover:bg-hover',
        bringRef !== null && 'cursor-grab active:cursor-grabbing',
        INDENT[level],
      )}
    >
      <span className="grid size-4 shrink-0 place-items-center" aria-hidden="true">
        {isOpen !== null && (
          <ChevronRight className={cn('size-3 text-fg-3 transition-transform duration-120', isOpen && 'rotate-90')} />
        )}
      </span>
      {start}
      <span className={cn('min-w-0 truncate', level === 1 && 'font-medium')}>{label}</span>
      {isThere ? (
        <Check className="ml-auto size-3 shrink-0 text-fg-3" aria-hidden="true" />
      ) : (
        note && (
          <span className="ml-auto max-w-24 shrink-0 truncate pl-1 text-fg-3 text-xs group-hover:hidden">{note}</span>
        )
      )}
      {!isThere && bringRef !== null && (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          title="Add it to the drawing; or drag it to where it belongs"
          onClick={(event) => {
            event.stopPropagation();
            onBring?.(bringRef);
          }}
          onDoubleClick={(event) => event.stopPropagation()}
          className="-my-1 ml-auto hidden h-6 shrink-0 items-center gap-1 rounded-md px-1.5 font-medium text-accent-text text-xs hover:bg-accent-soft group-hover:flex"
        >
          <Plus className="size-3" strokeWidth={2} aria-hidden="true" />
          Add
        </button>
      )}
    </div>
  );
}

function step(row: HTMLElement, by: number) {
  const rows = [...(row.closest('[role=tree]')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  rows[rows.indexOf(row) + by]?.focus();
}

function toParent(row: HTMLElement, level: number) {
  const rows = [...(row.closest('[role=tree]')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  rows
    .slice(0, rows.indexOf(row))
    .reverse()
    .find((other) => Number(other.getAttribute('aria-level')) < level)
    ?.focus();
}
