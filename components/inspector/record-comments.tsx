'use client';

import { memo, useCallback, useDeferredValue, useEffect, useState } from 'react';
import type { CanvasView } from '@/components/canvas/canvas-view';
import { useCanvasView, useCanvasViewValue } from '@/components/canvas/canvas-view-context';
import { Comments } from '@/components/comments/comments';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useShortcut } from '@/components/ui/use-shortcut';
import { recordAt } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { writeCommentSubject } from '@/lib/reviews/comment-subject';
import { InspectorSection } from './inspector-section';

const REST_MS = 200;

const selectOnly = ({ document, selection }: EditorState) =>
  selection.length === 1 && recordAt(document, selection[0] ?? null) !== null ? (selection[0] ?? null) : null;

/** What was said about the selected record, under it. */
export function RecordComments({ productKey }: { productKey: string }) {
  const record = useDeferredValue(useEditorValue(selectOnly));
  return record !== null && <Said productKey={productKey} record={record} />;
}

/** Whoever goes quickly from one thing to the next asks for nothing on the way. */
const Said = memo(function Said({ productKey, record }: { productKey: string; record: RecordId }) {
  const subject = writeCommentSubject({ kind: 'record', product: productKey, record });
  const view = useCanvasView();
  const isAsked = useCanvasViewValue(useCallback(({ commenting }: CanvasView) => commenting === record, [record]));
  const hear = useCallback(() => view.patch({ commenting: null }), [view]);
  const [rested, setRested] = useState<RecordId | null>(null);
  const isRested = rested === record;
  useEffect(() => {
    if (isRested) return;
    const timer = setTimeout(() => setRested(record), isAsked ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [record, isRested, isAsked]);
  useShortcut('c', () => view.patch({ commenting: record }), !isRested);
  return (
    <InspectorSection title="Comments">
      {isRested ? (
        <Comments
          key={subject}
          subject={subject}
          empty="Nothing is under discussion here."
          shortcut="c"
          isAsked={isAsked}
          onHeard={hear}
        />
      ) : (
        <div className="h-12" />
      )}
    </InspectorSection>
  );
});
