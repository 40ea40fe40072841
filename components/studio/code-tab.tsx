'use client';

import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState as TextState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { Code, RotateCcw } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { codeColours } from '@/components/code/code-colours';
import { hangingIndent } from '@/components/code/hanging-indent';
import { keepUnread, recallUnread } from '@/components/code/unread-text';
import { useCodeView } from '@/components/code/use-code-view';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { FileProblem } from '@/lib/catalog/file-problem';
import { type PlaceInText, readModelText, writeModelText } from '@/lib/catalog/model-text';
import { labelOfRecord } from '@/lib/model/names';

const selectDocument = (state: EditorState) => state.document;
const selectSelection = (state: EditorState) => state.selection;
const QUIET_MS = 250;
const WORDS = 'Write the model as text';

/**
 * The model as text. What can be read is drawn at once; what cannot is marked at its line and waits, drawn as before: also
 * over a reload.
 */
export function CodeTab({ productKey }: { productKey: string }) {
  const document = useEditorValue(selectDocument);
  const written = useMemo(() => writeModelText(document), [document]);
  if (written.ok) return <ModelCode text={written.value} productKey={productKey} />;
  const names = [...new Set(written.error.map(({ id }) => labelOfRecord(document, id)))];
  return (
    <EmptyState icon={Code} title="This model cannot be written as text yet">
      In a text a thing is known by its name, so names must be there and differ: {names.join(', ')}. Rename them on the
      canvas, then come back.
    </EmptyState>
  );
}

function ModelCode({ text, productKey }: { text: string; productKey: string }) {
  const editor = useEditor();
  const host = useRef<HTMLDivElement>(null);
  const [unread] = useState(() => stillUnread(productKey, editor.get().document));
  const [problems, setProblems] = useState<readonly FileProblem[]>(unread?.problems ?? []);
  const places = useRef<readonly PlaceInText[]>([]);
  /** The text that the drawing says; what is typed differs from it until it is read. */
  const drawn = useRef(text);
  /** What was typed and is not read yet; whoever leaves reads it at once, so that nothing typed is lost. */
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; read: () => void } | null>(null);
  const readPending = useCallback(() => {
    const waiting = pending.current;
    if (!waiting) return;
    pending.current = null;
    clearTimeout(waiting.timer);
    waiting.read();
  }, []);

  const view = useCodeView(host, () => {
    places.current = placesIn(text, editor.get().document);
    const read = (typed: string) => {
      const { document } = editor.get();
      const found = readModelText(typed, document);
      setProblems(found.ok ? [] : found.error);
      keepUnread(productKey, found.ok ? null : typed);
      if (!found.ok) return;
      places.current = found.value.places;
      drawn.current = typed;
      if (found.value.model !== document) editor.edit(WORDS, () => found.value.model);
    };
    return {
      text: unread?.text ?? text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        highlightActiveLine(),
        search({ top: true }),
        highlightSelectionMatches(),
        EditorView.lineWrapping,
        hangingIndent,
        yaml(),
        codeColours,
        keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
        TextState.readOnly.of(!editor.canEdit),
        EditorView.contentAttributes.of({ 'aria-label': 'The model as text', tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, selectionSet, state, transactions }) => {
          const isTyped = transactions.some(
            (one) =>
              one.isUserEvent('input') ||
              one.isUserEvent('delete') ||
              one.isUserEvent('undo') ||
              one.isUserEvent('redo') ||
              one.isUserEvent('move'),
          );
          if (docChanged && isTyped) {
            if (pending.current) clearTimeout(pending.current.timer);
            pending.current = { timer: setTimeout(readPending, QUIET_MS), read: () => read(state.doc.toString()) };
          } else if (selectionSet && transactions.some((one) => one.isUserEvent('select'))) {
            const id = recordAt(places.current, state.selection.main.head);
            if (id !== null) editor.select([id]);
          }
        }),
        EditorView.domEventHandlers({
          focus: () => editor.begin(WORDS),
          blur: () => {
            readPending();
            editor.commit();
          },
          keydown: (event) => event.stopPropagation(),
        }),
      ],
    };
  });

  /** The drawing changed elsewhere, by undo or by somebody else: its text takes the place of what stands here. */
  useEffect(() => {
    if (!view || pending.current !== null || text === drawn.current || problems.length > 0) return;
    const { document } = editor.get();
    const said = readModelText(view.state.doc.toString(), document);
    if (said.ok && said.value.model === document) return;
    drawn.current = text;
    places.current = placesIn(text, document);
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  }, [view, text, editor, problems]);

  useEffect(() => {
    if (!view) return;
    const diagnostics = problems.map(({ line, column, words }) => {
      const at = view.state.doc.line(Math.min(line, view.state.doc.lines));
      const from = Math.min(at.from + column - 1, at.to);
      return { from, to: Math.max(from, at.to), severity: 'error' as const, message: words };
    });
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }, [view, problems]);

  const selection = useEditorValue(selectSelection);
  useEffect(() => {
    const place = places.current.find(({ id }) => id === selection[0]);
    if (!view || !place || view.hasFocus || place.at > view.state.doc.length) return;
    view.dispatch({
      selection: { anchor: place.at },
      effects: EditorView.scrollIntoView(place.at, { y: 'center' }),
    });
  }, [view, selection]);

  useEffect(() => readPending, [readPending]);

  const takeDrawn = () => {
    if (!view) return;
    setProblems([]);
    keepUnread(productKey, null);
    drawn.current = text;
    places.current = placesIn(text, editor.get().document);
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    view.focus();
  };
  return (
    <div className="flex h-full flex-col">
      <div ref={host} className="min-h-0 flex-1 overflow-auto bg-surface [&_.cm-editor]:h-full" />
      <div
        role="status"
        className="flex min-h-9 items-center gap-3 border-t bg-surface-2 px-3 py-1.5 text-fg-2 text-sm empty:hidden"
      >
        {problems.length === 0 ? (
          <span className="text-fg-3">What is written here is drawn, and what is drawn is written here.</span>
        ) : (
          <>
            <span className="min-w-0 flex-1 text-bad">
              Line {problems[0]?.line}: {problems[0]?.words}
              {problems.length > 1 && ` And ${problems.length - 1} more.`} The drawing stays as it was.
            </span>
            <Button size="sm" icon={RotateCcw} onClick={takeDrawn}>
              Back to what is drawn
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** What was typed before and could not be read, if it still cannot: what can be read by now is drawn anew or outdated. */
function stillUnread(productKey: string, document: EditorState['document']) {
  const text = recallUnread(productKey);
  const found = text === null ? null : readModelText(text, document);
  return text === null || !found || found.ok ? null : { text, problems: found.error };
}

function placesIn(text: string, document: EditorState['document']): readonly PlaceInText[] {
  const found = readModelText(text, document);
  return found.ok ? found.value.places : [];
}

/** The record whose text the cursor is in: the last that begins before it. */
function recordAt(places: readonly PlaceInText[], offset: number): string | null {
  let found: string | null = null;
  for (const { id, at } of places) if (at <= offset) found = id;
  return found;
}
