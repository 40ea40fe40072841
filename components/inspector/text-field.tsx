'use client';

import { useEditor } from '@/components/editor/editor-context';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { ModelDocument } from '@/lib/model/records';

type Props = {
  label: string;
  value: string | null;
  placeholder: string;
  /** What the step is called in undo. */
  words: string;
  write: (document: ModelDocument, value: string | null) => ModelDocument;
};

/** Words that nothing is computed from: every keystroke is an edit, a visit to the field one step of undo. */
export function TextField({ label, value, placeholder, words, write }: Props) {
  const editor = useEditor();
  return (
    <Field label={label}>
      <Textarea
        value={value ?? ''}
        placeholder={placeholder}
        readOnly={!editor.canEdit}
        rows={2}
        className="min-h-10"
        onFocus={() => editor.begin(words)}
        onBlur={() => editor.commit()}
        onChange={(event) => {
          const text = event.target.value;
          editor.edit(words, (document) => write(document, text === '' ? null : text));
        }}
      />
    </Field>
  );
}
