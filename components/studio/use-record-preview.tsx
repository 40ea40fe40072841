import { type ReactNode, useCallback } from 'react';
import { type Origins, useOrigins } from '@/components/canvas/origins-context';
import type { Editor } from '@/components/editor/editor';
import { useEditor } from '@/components/editor/editor-context';
import { PalettePreview } from '@/components/shell/palette-preview';
import type { RecordId } from '@/lib/model/records';
import { previewOf } from './preview-of';

/** The preview of a record for the palette, which stands outside the studio: it is worked out when it is shown. */
export function useRecordPreview(): (id: RecordId) => ReactNode {
  const editor = useEditor();
  const origins = useOrigins();
  return useCallback((id: RecordId) => <Preview editor={editor} origins={origins} id={id} />, [editor, origins]);
}

function Preview({ editor, origins, id }: { editor: Editor; origins: Origins; id: RecordId }) {
  const preview = previewOf(editor.get().document, id, origins);
  return preview && <PalettePreview {...preview} />;
}
