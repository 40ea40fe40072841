'use client';

import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useNonce } from '@/components/ui/nonce';
import { codeTheme } from './code-theme';

/** An editor in an element of the page, made once with what it starts with; null until it is there. */
export function useCodeView(
  host: RefObject<HTMLElement | null>,
  start: () => { text: string; extensions: readonly Extension[] },
): EditorView | null {
  const nonce = useNonce();
  const first = useRef(start);
  const [view, setView] = useState<EditorView | null>(null);
  useEffect(() => {
    if (!host.current) return;
    const { text, extensions } = first.current();
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [...(nonce ? [EditorView.cspNonce.of(nonce)] : []), codeTheme, ...extensions],
      }),
    });
    setView(made);
    return () => {
      setView(null);
      made.destroy();
    };
  }, [host, nonce]);
  return view;
}
