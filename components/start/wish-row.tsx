'use client';

import { CircleDashed } from 'lucide-react';
import { useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { newRecordId } from '@/components/editor/new-record-id';
import { InlineChoice } from '@/components/inspector/inline-choice';
import { cn } from '@/components/ui/cn';
import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { EntityRecord, RecordId } from '@/lib/model/records';
import { midSentence } from '@/lib/model/words-for';
import { AnswerRow } from './answer-row';
import { takeWish } from './take-wish';
import { useTake } from './use-take';

type Props = {
  words: string;
  productKey: string;
  answer: RecordId | 'skipped' | null;
  onDecide: (how: RecordId | 'skipped') => void;
};

const selectEntities = ({ document }: EditorState) => indexModel(document).byKind.entity;

/** A number the catalog does not know: drawn as a wish, it is asked of whoever is nearest. */
export function WishRow({ words, productKey, answer, onDecide }: Props) {
  const editor = useEditor();
  const take = useTake();
  const entities = useEditorValue(selectEntities, isSameList<EntityRecord>);
  const [chosen, setChosen] = useState<RecordId | null>(null);
  const entityId = entities.find(({ id }) => id === chosen)?.id ?? entities[0]?.id ?? null;
  const wish = () => {
    take(`Wish for ${words}`, (document) =>
      takeWish(document, { words, entityId }, { newId: newRecordId, productKey }),
    );
    const [shown] = editor.get().selection;
    if (shown !== undefined) onDecide(shown);
  };
  return (
    <AnswerRow
      icon={<CircleDashed className="size-3.5 text-fg-3" strokeWidth={1.85} aria-hidden="true" />}
      title={words}
      name={words}
      source="Nothing in the catalog is called that."
      yes="Wish for it"
      answer={answer}
      onYes={wish}
      onNo={() => onDecide('skipped')}
    >
      <p className={cn('mt-1 text-fg-2 text-xs', entityId !== null && 'leading-7')}>
        {entityId === null ? (
          'It will be an entity of that name, not yet found.'
        ) : (
          <>
            It will be a field, not yet found, of each{' '}
            <InlineChoice
              label="Of what"
              value={entityId}
              onChange={setChosen}
              options={entities.map(({ id }) => ({
                value: id,
                label: midSentence(labelOfRecord(editor.get().document, id)),
              }))}
            />
            .
          </>
        )}
      </p>
    </AnswerRow>
  );
}
