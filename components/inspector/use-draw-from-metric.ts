import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { drawFromMetric, type MetricOf } from '@/lib/model/edits/draw-from-metric';
import type { RecordId } from '@/lib/model/records';

/** Draws a metric worked out from another near it, and selects it: its sentence is where it is changed. */
export function useDrawFromMetric(): (fromId: RecordId, how: MetricOf) => void {
  const verbs = useCanvasVerbs();
  return (fromId, how) => {
    const id = newRecordId();
    const drawn = drawFromMetric(verbs.editor.get().document, { id, fromId, how });
    verbs.addDrawnMetric(drawn, id, fromId, null);
  };
}
