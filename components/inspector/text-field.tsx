'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useEditor } from '@/components/editor/editor-context';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { ModelDocument } from '@/lib/model/records';

const PAUSE_MS = 200;

type Props = {
  label: string;
  value: string | null;
  placeholder: string;
  /** What the step is called in undo. */
  words: string;
  write: (document: ModelDocument, value: string | null) => ModelDocument;
};

/**
 * Words that nothing is computed from. What is typed is an edit at the first pause, however large the model is; a visit to
 * the field is one step of undo.
 */
export function TextField({ label, value, placeholder, words, write }: Props) {
  const editor = useEditor();
  const [typed, setTyped] = useState<string | null>(null);

  const take = useEffectEvent(() => {
    if (typed === null) return;
    editor.edit(words, (document) => write(document, typed === '' ? null : typed));
    setTyped(null);
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => take(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // A page that goes away, or a field that another selection replaces, loses no letter.
  useEffect(() => {
    const onHide = () => take();
    window.addEventListener('pagehide', onHide, { capture: true });
    return () => {
      window.removeEventListener('pagehide', onHide, { capture: true });
      take();
    };
  }, []);

  return (
    <Field label={label}>
      <Textarea
        value={typed ?? value ?? ''}
        placeholder={placeholder}
        readOnly={!editor.canEdit}
        rows={2}
        className="min-h-10"
        onFocus={() => editor.begin(words)}
        onBlur={() => {
          take();
          editor.commit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Field>
  );
}
