'use client';

import { memo } from 'react';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import type { Coverage } from '@/lib/api/preview';
import { sentenceCase } from '@/lib/model/names';
import type { AttributeRecord, RecordId } from '@/lib/model/records';
import { CoverageMark } from './coverage-mark';
import { RowIcon } from './field-icon-defs';
import { RenameInput } from './rename-input';
import type { RowLook } from './row-looks';
import { useNaming } from './use-naming';

type Props = {
  field: AttributeRecord;
  isKey: boolean;
  isSelected: boolean;
  look: RowLook;
  coverage: Coverage | null;
};

/**
 * One field of a card. It listens to nothing: its card does for all of its rows. What happens to it is heard by the canvas,
 * which finds it by `data-field`.
 */
export const FieldRow = memo(function FieldRow({ field, isKey, isSelected, look, coverage }: Props) {
  const { id } = field;
  const label = field.label ?? sentenceCase(field.name);
  return (
    <li
      data-field={id}
      data-state={look ?? undefined}
      className={cn(
        'nodrag group/row relative flex h-[27px] items-center gap-2 pr-3 pl-3 text-sm',
        'hover:bg-hover data-[state=lit]:bg-accent-soft data-[state=valid]:bg-accent-soft data-[state=refused]:opacity-45 data-[state=over]:bg-accent-soft data-[state=over]:shadow-[inset_0_0_0_1.5px_var(--accent)] data-[state=source]:bg-accent-soft data-[state=refused-over]:shadow-[inset_0_0_0_1.5px_var(--bad)]',
        isSelected && 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]',
      )}
    >
      <RowIcon role={field.role} isKey={isKey} />
      {look === 'renaming' ? (
        <FieldName id={id} label={label} />
      ) : (
        <span className={isKey ? 'min-w-0 flex-1 truncate font-medium' : 'min-w-0 flex-1 truncate'}>{label}</span>
      )}
      {look === 'new' && <Badge tone="ok">new</Badge>}
      {look === 'changed' && <Badge tone="warn">changed</Badge>}
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
