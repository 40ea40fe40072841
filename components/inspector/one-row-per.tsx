'use client';

import { useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { useLabel } from '@/components/editor/use-record';
import { Select } from '@/components/ui/select';
import { setGrain } from '@/lib/model/edits/set-grain';
import { attributesIn } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { AttributeRecord, EntityRecord, RecordId } from '@/lib/model/records';
import { Chip } from './chip';

/** What one row is, as a sentence whose fields can be taken out and put in. */
export function OneRowPer({ entity }: { entity: EntityRecord }) {
  const editor = useEditor();
  const others = useEditorValue(
    useCallback(
      (state: EditorState) => attributesIn(state.document, entity.id).filter(({ id }) => !entity.grain.includes(id)),
      [entity.id, entity.grain],
    ),
    isSameList<AttributeRecord>,
  );
  const set = (attributeIds: readonly RecordId[]) =>
    editor.edit('Change what one row is', (document) => setGrain(document, { entityId: entity.id, attributeIds }));
  return (
    <div>
      <p className="mb-1 font-medium text-fg-2 text-xs">One row per</p>
      <div className="flex flex-wrap items-center gap-1.5">
        {entity.grain.map((id) => (
          <KeyChip
            key={id}
            id={id}
            {...(editor.canEdit ? { onRemove: () => set(entity.grain.filter((other) => other !== id)) } : {})}
          />
        ))}
        {editor.canEdit && others.length > 0 && (
          <Select
            label="Add a field that identifies a row"
            value={null}
            placeholder={entity.grain.length === 0 ? 'choose a field…' : 'and…'}
            look="bare"
            onChange={(id) => set([...entity.grain, id])}
            options={others.map(({ id }) => ({ value: id, label: labelOfRecord(editor.get().document, id) }))}
            className="w-auto"
          />
        )}
      </div>
      {entity.grain.length === 0 && <p className="mt-1 text-warn text-xs">Nothing says yet what one row is.</p>}
    </div>
  );
}

function KeyChip({ id, onRemove }: { id: RecordId; onRemove?: () => void }) {
  return <Chip label={useLabel(id)} {...(onRemove && { onRemove })} />;
}
