'use client';

import { useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useLabel } from '@/components/editor/use-record';
import { CommandPalette } from '@/components/ui/command-palette';
import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { ROLE_ICONS } from './field-icon';
import { relationRefusals } from './relation-refusal';

const selectFrom = (view: CanvasView) => view.joiningFrom;
const selectDocument = (state: EditorState) => state.document;

/** Joining two fields without a pointer: the fields this one can be joined to, found by typing. */
export function JoinWith() {
  const fromId = useCanvasViewValue(selectFrom);
  return fromId === null ? null : <Choices fromId={fromId} />;
}

function Choices({ fromId }: { fromId: RecordId }) {
  const verbs = useCanvasVerbs();
  const document = useEditorValue(selectDocument);
  const from = useLabel(fromId);
  const [query, setQuery] = useState('');
  const own = recordOf(document, 'attribute', fromId)?.entityId ?? null;
  const refusals = relationRefusals(document, fromId);
  const close = () => verbs.view.patch({ joiningFrom: null });
  const groups = indexModel(document)
    .byKind.entity.filter(({ id }) => id !== own)
    .map(({ id }) => ({
      heading: labelOfRecord(document, id),
      items: attributesIn(document, id)
        .filter((field) => refusals.get(field.id) === null)
        .map((field) => ({
          key: field.id,
          label: labelOfRecord(document, field.id),
          hint: field.type === recordOf(document, 'attribute', fromId)?.type ? undefined : field.type,
          icon: ROLE_ICONS[field.role],
          keywords: [labelOfRecord(document, id), ...field.synonyms],
          onSelect: () => {
            close();
            verbs.relate(fromId, field.id, { x: window.innerWidth / 2, y: window.innerHeight / 3 });
          },
        })),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <CommandPalette
      isOpen
      onOpenChange={close}
      label={`Join ${from} with`}
      placeholder={`Join ${from} with…`}
      query={query}
      onQueryChange={setQuery}
      groups={groups}
    />
  );
}
