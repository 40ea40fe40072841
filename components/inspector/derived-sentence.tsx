'use client';

import { useCallback, useMemo, useState } from 'react';
import { CodeField } from '@/components/code/code-field';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { setFields } from '@/lib/model/edits/set-fields';
import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { MetricFormula, MetricRecord } from '@/lib/model/records';
import { completeFormula } from './complete-formula';
import { readFormula, showFormula } from './formula-words';

/** Words and signs: nothing to colour. */
const PLAIN = [] as const;

type Props = { metric: MetricRecord; formula: Extract<MetricFormula, { kind: 'derived' }> };

/** A formula over metrics, written with the names people use: they are offered while one types; a press puts one in. */
export function DerivedSentence({ metric, formula }: Props) {
  const editor = useEditor();
  const metrics = useEditorValue(
    useCallback(
      ({ document }: EditorState) => indexModel(document).byKind.metric.filter(({ id }) => id !== metric.id),
      [metric.id],
    ),
    isSameList<MetricRecord>,
  );
  const names = useMemo(
    () => metrics.map(({ id, name }) => ({ name, label: labelOfRecord(editor.get().document, id) })),
    [metrics, editor],
  );
  const complete = useMemo(() => completeFormula(names), [names]);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? showFormula(formula.formula, names);
  const write = (text: string) => {
    setTyped(text);
    editor.edit('Change the formula', (document) =>
      setFields(document, {
        kind: 'metric',
        id: metric.id,
        fields: { formula: { kind: 'derived', formula: readFormula(text, names) } },
      }),
    );
  };
  return (
    <div className="space-y-1.5 leading-5">
      <p>It is worked out as</p>
      <CodeField
        label="The formula"
        value={shown}
        placeholder="Revenue / Customers"
        isReadOnly={!editor.canEdit}
        onFocus={() => editor.begin('Change the formula')}
        onBlur={() => {
          setTyped(null);
          editor.commit();
        }}
        onChange={(text) => {
          if (text !== shown) write(text);
        }}
        language={PLAIN}
        complete={complete}
        className="[&_.cm-content]:font-sans!"
      />
      {editor.canEdit && (
        <div className="flex flex-wrap gap-1">
          {names.map(({ name, label }) => (
            <button
              key={name}
              type="button"
              onClick={() => {
                write(`${shown}${shown === '' || shown.endsWith(' ') ? '' : ' '}${label}`);
                setTyped(null);
              }}
              className="rounded-sm border bg-surface px-1.5 text-fg-2 text-xs hover:text-fg"
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
