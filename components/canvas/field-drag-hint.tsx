'use client';

import { useCallback } from 'react';
import { useLabel, useRecord } from '@/components/editor/use-record';
import { cn } from '@/components/ui/cn';
import type { RecordId } from '@/lib/model/records';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';

const selectFromId = (view: CanvasView) => view.fieldDrag?.fromId ?? null;
const selectIsEnd = (view: CanvasView) => (view.fieldDrag?.end ?? null) !== null;
const selectOverId = (view: CanvasView) => view.fieldDrag?.overId ?? null;

/** One line at the foot of the canvas that says what letting go would do. */
export function FieldDragHint() {
  const fromId = useCanvasViewValue(selectFromId);
  if (fromId === null) return null;
  return <Hint fromId={fromId} />;
}

function Hint({ fromId }: { fromId: RecordId }) {
  const from = useLabel(fromId);
  const field = useRecord('attribute', fromId);
  const overId = useCanvasViewValue(selectOverId);
  const isEnd = useCanvasViewValue(selectIsEnd);
  const refusal = useCanvasViewValue(
    useCallback(
      (view: CanvasView) => (overId === null ? null : (view.fieldDrag?.refusals.get(overId) ?? null)),
      [overId],
    ),
  );
  const over = useLabel(overId ?? fromId);
  const isOnAnother = overId !== null && overId !== fromId;
  const words = isOnAnother
    ? (refusal ?? `Join ${from} with ${over}`)
    : isEnd
      ? 'Let go on a field, or on the head of an entity for what identifies it; elsewhere nothing changes'
      : field?.role === 'number'
        ? `Drop on a field to join, or on free ground to draw a metric from ${from}`
        : `Drop on a field to join, or on free ground to count by ${from}`;
  return (
    <div
      role="status"
      className={cn(
        'pointer-events-none absolute top-3 left-1/2 z-30 max-w-[90%] -translate-x-1/2 rounded-full bg-surface px-3 py-1 text-xs shadow-pop',
        isOnAnother && refusal !== null && 'text-bad',
      )}
    >
      {words}
    </div>
  );
}
