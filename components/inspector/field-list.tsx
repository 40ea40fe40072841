'use client';

import { type DragEvent, memo, useCallback, useState } from 'react';
import { useCoverages } from '@/components/canvas/coverage-context';
import { CoverageMark } from '@/components/canvas/coverage-mark';
import { FieldIcon } from '@/components/canvas/field-icon';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { cn } from '@/components/ui/cn';
import type { Coverage } from '@/lib/api/preview';
import { moveAttribute } from '@/lib/model/edits/move-attribute';
import { recordOf } from '@/lib/model/model-index';
import { labelOfRecord, sentenceCase } from '@/lib/model/names';
import type { AttributeRecord, RecordId } from '@/lib/model/records';
import { RecordButton } from './record-button';

type Props = { fieldIds: readonly RecordId[]; keyIds: readonly RecordId[] };
type Drag = { readonly from: number; readonly over: number };

/** The fields of an entity; dragged, they change places. Alt and the arrows do the same on the canvas. */
export function FieldList({ fieldIds, keyIds }: Props) {
  const editor = useEditor();
  const fields = useEditorValue(
    useCallback(({ document }: EditorState) => fieldIds.map((id) => recordOf(document, 'attribute', id)), [fieldIds]),
    isSameList,
  );
  const coverages = useCoverages(fieldIds);
  const [drag, setDrag] = useState<Drag | null>(null);
  const drop = () => {
    const id = drag && fieldIds[drag.from];
    if (id && drag.from !== drag.over)
      editor.edit(`Move ${labelOfRecord(editor.get().document, id)}`, (document) =>
        moveAttribute(document, { id, by: drag.over - drag.from }),
      );
    setDrag(null);
  };
  return (
    <ul aria-label="Fields">
      {fieldIds.map((id, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a row holds nothing of its own, and serves the next entity as well
          key={index}
          draggable={editor.canEdit}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            setDrag({ from: index, over: index });
          }}
          onDragOver={(event: DragEvent) => {
            if (!drag) return;
            event.preventDefault();
            if (drag.over !== index) setDrag({ ...drag, over: index });
          }}
          onDrop={(event) => {
            event.preventDefault();
            drop();
          }}
          onDragEnd={() => setDrag(null)}
          className={cn(
            'border-y-2 border-transparent',
            drag?.from === index && 'opacity-50',
            drag && drag.over === index && drag.over < drag.from && 'border-t-accent',
            drag && drag.over === index && drag.over > drag.from && 'border-b-accent',
          )}
        >
          <FieldLine field={fields[index] ?? null} isKey={keyIds.includes(id)} coverage={coverages[index] ?? null} />
        </li>
      ))}
    </ul>
  );
}

type LineProps = { field: AttributeRecord | null; isKey: boolean; coverage: Coverage | null };

const FieldLine = memo(function FieldLine({ field, isKey, coverage }: LineProps) {
  if (!field) return null;
  return (
    <RecordButton
      id={field.id}
      start={<FieldIcon role={field.role} isKey={isKey} />}
      end={<CoverageMark coverage={coverage} />}
    >
      <span className="block truncate">{field.label ?? sentenceCase(field.name)}</span>
    </RecordButton>
  );
});
