'use client';

import { memo, useCallback } from 'react';
import { useIsSelected, useLabel, useRecord } from '@/components/editor/use-record';
import { cn } from '@/components/ui/cn';
import type { RecordId } from '@/lib/model/records';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { ChangeMark } from './change-mark';
import { useCoverage } from './coverage-context';
import { CoverageMark } from './coverage-mark';
import { FieldIcon } from './field-icon';
import { RenameInput } from './rename-input';
import { useNaming } from './use-naming';

type Props = { id: RecordId; isKey: boolean };

/** One field of a card. What happens to it is heard by the canvas, which finds it by `data-field`. */
export const FieldRow = memo(function FieldRow({ id, isKey }: Props) {
  const field = useRecord('attribute', id);
  const label = useLabel(id);
  const coverage = useCoverage(id);
  const isSelected = useIsSelected(id);
  const state = useCanvasViewValue(useCallback((view: CanvasView) => rowState(view, id), [id]));
  const isRenaming = useCanvasViewValue(useCallback((view: CanvasView) => view.renaming?.id === id, [id]));
  if (!field) return null;
  return (
    <li
      data-field={id}
      data-state={state}
      className={cn(
        'nodrag group/row relative flex h-[27px] items-center gap-2 pr-3 pl-3 text-sm',
        'hover:bg-hover data-[state=lit]:bg-accent-soft data-[state=valid]:bg-accent-soft data-[state=refused]:opacity-45 data-[state=over]:bg-accent-soft data-[state=over]:shadow-[inset_0_0_0_1.5px_var(--accent)] data-[state=source]:bg-accent-soft data-[state=refused-over]:shadow-[inset_0_0_0_1.5px_var(--bad)]',
        isSelected && 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]',
      )}
    >
      <FieldIcon role={field.role} isKey={isKey} />
      {isRenaming ? (
        <FieldName id={id} label={label} />
      ) : (
        <span className={cn('min-w-0 flex-1 truncate', isKey && 'font-medium')}>{label}</span>
      )}
      <ChangeMark id={id} />
      {field.unit !== null && <span className="shrink-0 text-2xs text-fg-3">{field.unit}</span>}
      {field.role === 'number' && (
        <button
          type="button"
          tabIndex={-1}
          data-draw={id}
          aria-label={`Draw a metric from ${label}`}
          title="Draw a metric: drag it out, or click"
          className="-my-1 hidden size-5 shrink-0 place-items-center rounded-xs font-medium text-accent-text text-xs hover:bg-accent-soft group-hover/row:grid"
        >
          Σ
        </button>
      )}
      <CoverageMark coverage={coverage} />
    </li>
  );
});

function FieldName({ id, label }: { id: RecordId; label: string }) {
  return <RenameInput label="Name of the field" placeholder="Name this field" {...useNaming(id, label)} />;
}

type RowState = 'lit' | 'valid' | 'refused' | 'over' | 'refused-over' | 'source' | undefined;

function rowState({ fieldDrag, lit }: CanvasView, id: RecordId): RowState {
  if (!fieldDrag) return lit.includes(id) ? 'lit' : undefined;
  if (fieldDrag.fromId === id) return 'source';
  const refusal = fieldDrag.refusals.get(id);
  if (refusal === undefined) return undefined;
  const isOver = fieldDrag.overId === id;
  if (refusal === null) return isOver ? 'over' : 'valid';
  return isOver ? 'refused-over' : 'refused';
}
