'use client';

import { useQuery } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import { toast } from 'sonner';
import { createCanvasVerbs } from '@/components/canvas/canvas-verbs';
import { CanvasVerbsProvider } from '@/components/canvas/canvas-verbs-context';
import { createCanvasView } from '@/components/canvas/canvas-view';
import { CanvasViewProvider } from '@/components/canvas/canvas-view-context';
import { CommentCountsProvider } from '@/components/canvas/comment-counts-context';
import { type CoverageByRecord, CoverageProvider } from '@/components/canvas/coverage-context';
import { type Origins, OriginsProvider } from '@/components/canvas/origins-context';
import { placeMissing } from '@/components/canvas/place-missing';
import { EditorProvider } from '@/components/editor/editor-context';
import { createExternalStore } from '@/components/editor/external-store';
import type { OpenEditor } from '@/components/editor/use-open-editor';
import { PreviewProvider } from '@/components/push/preview-context';
import { useLivePreview } from '@/components/push/use-live-preview';
import { productsQuery } from '@/lib/client/products';
import { StudioFrame } from './studio-frame';

export type Opened = Extract<OpenEditor, { state: 'open' }>;
type Props = { productKey: string; opened: Opened };

/** Everything the parts of the studio share, around its frame. */
export function OpenStudio(props: Props) {
  const { editor, isRestored } = props.opened;
  const [view] = useState(createCanvasView);
  const verbs = useMemo(() => createCanvasVerbs(editor, view, props.productKey), [editor, view, props.productKey]);
  useState(() => placeAll(props.opened));
  useEffect(() => {
    if (isRestored) toast.success('Your last changes are back', { description: 'They had been kept on this device.' });
  }, [isRestored]);
  return (
    <EditorProvider editor={editor}>
      <CanvasViewProvider view={view}>
        <CanvasVerbsProvider verbs={verbs}>
          <ReactFlowProvider>
            <Live {...props} />
          </ReactFlowProvider>
        </CanvasVerbsProvider>
      </CanvasViewProvider>
    </EditorProvider>
  );
}

/** A model nobody has laid out gets its places before it is first drawn; they are saved like any other. */
function placeAll({ editor }: Opened): void {
  const { document, layout } = editor.get();
  const placed = placeMissing(document, layout);
  if (placed.size > 0) editor.place(placed);
}

function Live(props: Props) {
  const preview = useLivePreview(props.productKey);
  const [coverage] = useState(() => createExternalStore<CoverageByRecord | null>(null));
  const newest = preview.preview?.coverage;
  useEffect(() => {
    if (newest) coverage.set(newest);
  }, [coverage, newest]);
  const { data } = useQuery(productsQuery({ limit: 500 }));
  const origins = useMemo<Origins>(
    () => new Map(data?.products.map(({ key, name, alignment }) => [key, { name, alignment }])),
    [data],
  );
  return (
    <PreviewProvider state={preview}>
      <CoverageProvider coverage={coverage}>
        <OriginsProvider origins={origins}>
          <CommentCountsProvider productKey={props.productKey}>
            <StudioFrame {...props} />
          </CommentCountsProvider>
        </OriginsProvider>
      </CoverageProvider>
    </PreviewProvider>
  );
}
