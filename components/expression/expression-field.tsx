'use client';

import { X } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { CodeField } from '@/components/code/code-field';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { checkExpression, TYPE_WORDS } from '@/lib/model/check-expression';
import { samePlace, withExpressions } from '@/lib/model/expressions';
import type { ExpressionPlace } from '@/lib/model/issue';
import { namesInScope } from '@/lib/model/names-in-scope';
import { type ModelDocument, type ModelRecord, recordsOf } from '@/lib/model/records';
import { completeExpression } from './complete-expression';
import { expressionLanguage } from './expression-language';
import { useNeighbours } from './use-neighbours';

type Props = {
  label: string;
  record: ModelRecord;
  place: ExpressionPlace;
  text: string;
  productKey: string;
  placeholder: string;
  /** What the step is called in undo. */
  words: string;
  /** Where the text is not simply a field of the record. */
  write?: ((document: ModelDocument, text: string) => ModelDocument) | undefined;
  /** Where the place may also be empty. */
  onRemove?: (() => void) | undefined;
  takesFocus?: boolean | undefined;
};

const selectDocument = (state: EditorState) => state.document;

/**
 * One expression of the model. Every keystroke is an edit, a visit one step of undo; what is wrong is underlined at the
 * place and said below, and never keeps anybody from going on.
 */
export function ExpressionField({
  label,
  record,
  place,
  text,
  productKey,
  placeholder,
  words,
  write,
  onRemove,
  takesFocus,
}: Props) {
  const editor = useEditor();
  const document = useEditorValue(selectDocument);
  const neighbours = useNeighbours(productKey, record.kind === 'attribute' || record.kind === 'entity');
  const names = useMemo(() => namesInScope(document, neighbours, record, place), [document, neighbours, record, place]);
  const complete = useMemo(() => completeExpression(names, hasAggregates(document, record)), [names, document, record]);
  const check = useMemo(
    () => (text.trim() === '' ? null : checkExpression(document, neighbours, record, place, text)),
    [document, neighbours, record, place, text],
  );
  const change = useCallback(
    (next: string) =>
      editor.edit(words, (model) => (write ? write(model, next) : withText(model, record.id, place, next))),
    [editor, words, write, record.id, place],
  );
  const problem = check?.problems[0]?.words ?? null;
  return (
    <Field
      label={label}
      error={problem}
      hint={check?.type ? `Gives ${TYPE_WORDS[check.type]}.` : undefined}
      aside={
        onRemove && editor.canEdit && <IconButton icon={X} label={`Remove: ${label}`} size="sm" onClick={onRemove} />
      }
    >
      <CodeField
        label={label}
        value={text}
        onChange={change}
        onFocus={() => editor.begin(words)}
        onBlur={() => editor.commit()}
        language={expressionLanguage}
        complete={complete}
        problems={check?.problems}
        placeholder={placeholder}
        isReadOnly={!editor.canEdit}
        takesFocus={takesFocus}
      />
    </Field>
  );
}

function withText(document: ModelDocument, id: string, place: ExpressionPlace, text: string): ModelDocument {
  const record = document.records[id];
  if (!record) return document;
  const next = withExpressions(record, (written) => (samePlace(written.place, place) ? text : written.text));
  return next === record ? document : { ...document, records: { ...document.records, [id]: next } };
}

/** Only what is made by grouping may add rows up. */
function hasAggregates(document: ModelDocument, record: ModelRecord): boolean {
  if (record.kind !== 'attribute') return false;
  const entity = recordsOf(document, 'entity').find(({ id }) => id === record.entityId);
  return (entity?.derivation?.groupBy.length ?? 0) > 0;
}
