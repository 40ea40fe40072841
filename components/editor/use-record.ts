import { useCallback } from 'react';
import { recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelRecord, RecordId, RecordKind } from '@/lib/model/records';
import type { EditorState } from './editor';
import { useEditorValue } from './editor-context';

/** One record by its id and kind; null once it is gone. Renders again only when that record changes. */
export function useRecord<K extends RecordKind>(
  kind: K,
  id: RecordId | null,
): Extract<ModelRecord, { kind: K }> | null {
  return useEditorValue(useCallback((state: EditorState) => recordOf(state.document, kind, id), [kind, id]));
}

export function useIsSelected(id: RecordId): boolean {
  return useEditorValue(useCallback((state: EditorState) => state.selection.includes(id), [id]));
}

/** The words a record is shown by: its label, or its name in plain words. */
export function useLabel(id: RecordId): string {
  return useEditorValue(useCallback((state: EditorState) => labelOfRecord(state.document, id), [id]));
}
