'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Editor, EditorState } from './editor';
import { useStoreValue } from './use-store-value';

const EditorContext = createContext<Editor | null>(null);

export function EditorProvider({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <EditorContext value={editor}>{children}</EditorContext>;
}

/** The editor itself, to act on. Reading from it does not subscribe. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor outside an EditorProvider');
  return editor;
}

/** One value out of the editor's state, by a selector that is a module constant or memoised by its id. */
export function useEditorValue<T>(select: (state: EditorState) => T, isEqual?: (a: T, b: T) => boolean): T {
  return useStoreValue(useEditor(), select, isEqual);
}
