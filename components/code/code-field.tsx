'use client';

import { autocompletion, type CompletionSource, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderOf } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { controlStyle } from '@/components/ui/control-style';
import { useFieldLink } from '@/components/ui/field-context';
import { useCodeView } from './use-code-view';

type CodeProblem = { at: { start: number; end: number }; words: string };

type Props = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  onFocus?: (() => void) | undefined;
  onBlur?: (() => void) | undefined;
  /** Colours and keys of the language written here; fixed for the life of the field. */
  language: Extension;
  complete?: CompletionSource | undefined;
  problems?: readonly CodeProblem[] | undefined;
  placeholder?: string | undefined;
  isReadOnly?: boolean | undefined;
  /** Somebody just asked for it: it is written at once. */
  takesFocus?: boolean | undefined;
  className?: string | undefined;
};

const NONE: readonly CodeProblem[] = [];

/** A text with a grammar: completion while typing, every problem underlined where it is. Esc leaves the field. */
export function CodeField(props: Props) {
  const { label, value, problems = NONE, isReadOnly = false, complete, language, placeholder = '', className } = props;
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const link = useFieldLink();
  const describedBy = link['aria-describedby'];
  const completing = useRef(new Compartment());
  const access = useRef(new Compartment());

  const view = useCodeView(host, () => ({
    text: value,
    extensions: [
      history(),
      closeBrackets(),
      keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.lineWrapping,
      language,
      placeholderOf(placeholder),
      completing.current.of([]),
      access.current.of([]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) latest.current.onChange(update.state.doc.toString());
      }),
      EditorView.domEventHandlers({
        focus: () => latest.current.onFocus?.(),
        blur: () => latest.current.onBlur?.(),
        keydown: (event, { contentDOM }) => {
          event.stopPropagation();
          if (event.key === 'Escape' && !event.defaultPrevented) contentDOM.blur();
        },
      }),
    ],
  }));

  useEffect(() => {
    if (latest.current.takesFocus) view?.focus();
  }, [view]);

  useEffect(() => {
    if (view && view.state.doc.toString() !== value)
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [view, value]);

  useEffect(() => {
    view?.dispatch({
      effects: completing.current.reconfigure(complete ? autocompletion({ override: [complete], icons: false }) : []),
    });
  }, [view, complete]);

  useEffect(() => {
    const attributes = {
      'aria-label': label,
      'aria-multiline': 'true',
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      ...(problems.length > 0 ? { 'aria-invalid': 'true' } : {}),
      ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
    };
    view?.dispatch({
      effects: access.current.reconfigure([
        EditorView.contentAttributes.of(attributes),
        EditorState.readOnly.of(isReadOnly),
      ]),
    });
  }, [view, label, describedBy, isReadOnly, problems.length]);

  useEffect(() => {
    if (!view) return;
    const end = view.state.doc.length;
    const diagnostics = problems.map(({ at, words }) => {
      const from = Math.min(at.start, Math.max(0, end - 1));
      return { from, to: Math.min(Math.max(at.end, from + 1), end), severity: 'error' as const, message: words };
    });
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }, [view, problems]);

  return <div ref={host} className={cn(controlStyle, 'min-h-7 focus-within:border-accent', className)} />;
}
