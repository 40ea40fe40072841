'use client';

import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useLabel } from '@/components/editor/use-record';
import { CommandPalette, type PaletteItem } from '@/components/ui/command-palette';
import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { AttributeRecord, EntityRecord, RecordId } from '@/lib/model/records';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { ROLE_ICONS } from './field-icon';
import { type LineEndAt, otherEnd, rejoinRefusals } from './rejoin-line';
import { relationRefusals } from './relation-refusal';

const selectFrom = (view: CanvasView) => view.joiningFrom;
const selectRejoining = (view: CanvasView) => view.rejoining;
const selectDocument = (state: EditorState) => state.document;

/** Joining without a pointer: a field with another, or an end of a line with another field, found by typing. */
export function JoinWith() {
  const fromId = useCanvasViewValue(selectFrom);
  const rejoining = useCanvasViewValue(selectRejoining);
  if (rejoining !== null) return <EndChoices at={rejoining} />;
  return fromId === null ? null : <FieldChoices fromId={fromId} />;
}

function FieldChoices({ fromId }: { fromId: RecordId }) {
  const verbs = useCanvasVerbs();
  const document = useEditorValue(selectDocument);
  const from = useLabel(fromId);
  const at = { x: window.innerWidth / 2, y: window.innerHeight / 3 };
  return (
    <Choices
      label={`Join ${from} with`}
      from={recordOf(document, 'attribute', fromId)}
      refusals={relationRefusals(document, fromId)}
      onClose={() => verbs.view.patch({ joiningFrom: null })}
      onChoose={(id) => verbs.relate(fromId, id, at)}
    />
  );
}

function EndChoices({ at }: { at: LineEndAt }) {
  const verbs = useCanvasVerbs();
  const document = useEditorValue(selectDocument);
  const line = recordOf(document, 'relationship', at.lineId);
  if (!line) return null;
  const fixed = otherEnd(line, at.end);
  return (
    <Choices
      label={`Join ${labelOfRecord(document, fixed.entityId)} with`}
      from={recordOf(document, 'attribute', fixed.attributeIds[0] ?? null)}
      refusals={rejoinRefusals(document, at)}
      onClose={() => verbs.view.patch({ rejoining: null })}
      onChoose={(id) => verbs.rejoin(at, id)}
    />
  );
}

type Props = {
  label: string;
  from: AttributeRecord | null;
  refusals: ReadonlyMap<RecordId, string | null>;
  onClose: () => void;
  onChoose: (id: RecordId) => void;
};

function Choices({ label, from, refusals, onClose, onChoose }: Props) {
  const document = useEditorValue(selectDocument);
  const [query, setQuery] = useState('');
  const choice = (id: RecordId, words: Omit<PaletteItem, 'key' | 'onSelect'>): PaletteItem => ({
    key: id,
    ...words,
    onSelect: () => {
      onClose();
      onChoose(id);
    },
  });
  const entities = indexModel(document).byKind.entity;
  const isOwn = ({ id }: EntityRecord) => id === from?.entityId;
  // Rows that refer to rows of the same kind are rare, and meant.
  const groups = [...entities.filter((entity) => !isOwn(entity)), ...entities.filter(isOwn)]
    .map(({ id }) => {
      const heading = labelOfRecord(document, id);
      const key =
        refusals.get(id) === null ? [choice(id, { label: heading, hint: 'what identifies it', icon: KeyRound })] : [];
      const fields = attributesIn(document, id)
        .filter((field) => refusals.get(field.id) === null)
        .map((field) =>
          choice(field.id, {
            label: labelOfRecord(document, field.id),
            ...(field.type === from?.type ? {} : { hint: field.type }),
            icon: ROLE_ICONS[field.role],
            keywords: [heading, ...field.synonyms],
          }),
        );
      return { heading, items: [...key, ...fields] };
    })
    .filter(({ items }) => items.length > 0);
  return (
    <CommandPalette
      isOpen
      onOpenChange={onClose}
      label={label}
      placeholder={`${label}…`}
      query={query}
      onQueryChange={setQuery}
      groups={groups}
    />
  );
}
