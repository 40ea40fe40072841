import { useReactFlow } from '@xyflow/react';
import type { RefObject } from 'react';
import { toast } from 'sonner';
import { recordOf } from '@/lib/model/model-index';
import type { CanvasSceneStore } from './canvas-scene';
import { useCanvasVerbs } from './canvas-verbs-context';
import { otherEnd, rejoinRefusals } from './rejoin-line';
import { relationRefusals } from './relation-refusal';
import { type FieldDrop, type Taken, useFieldDrag } from './use-field-drag';

/** What dragging a field or an end of a line means: a new line, a metric, or the same line elsewhere. */
export function useJoining(
  board: RefObject<HTMLElement | null>,
  dragLine: RefObject<SVGPathElement | null>,
  scene: CanvasSceneStore,
): void {
  const verbs = useCanvasVerbs();
  const { editor } = verbs;
  const flow = useReactFlow();

  const onStart = (taken: Taken) => {
    const { document } = editor.get();
    if (!editor.canEdit) return null;
    if (taken.kind === 'field')
      return { fromId: taken.id, refusals: relationRefusals(document, taken.id), end: null, start: null };
    const line = recordOf(document, 'relationship', taken.lineId);
    const fromId = line && otherEnd(line, taken.end).attributeIds[0];
    if (!fromId) return null;
    const points = scene.get().lines.get(line.id)?.points ?? [];
    const fixed = taken.end === 'from' ? points.at(-1) : points[0];
    const end = { lineId: line.id, end: taken.end };
    return {
      fromId,
      refusals: rejoinRefusals(document, end),
      end,
      start: fixed ? flow.flowToScreenPosition(fixed) : null,
    };
  };
  const onDrop = ({ taken, toId, at, isOut }: FieldDrop) => {
    const { document } = editor.get();
    if (taken.kind === 'end') {
      const onto = recordOf(document, 'attribute', toId) ?? recordOf(document, 'entity', toId);
      if (onto) verbs.rejoin({ lineId: taken.lineId, end: taken.end }, onto.id);
      return;
    }
    const field = recordOf(document, 'attribute', taken.id);
    const entity = recordOf(document, 'entity', toId);
    const refusal = entity && relationRefusals(document, taken.id).get(entity.id);
    if (toId !== null && toId !== taken.id && recordOf(document, 'attribute', toId)) verbs.relate(taken.id, toId, at);
    else if (refusal) toast.warning('These two cannot be joined', { description: refusal });
    else if (entity && entity.id !== field?.entityId) verbs.relate(taken.id, entity.grain[0] ?? '', at);
    else if (isOut && field)
      verbs.draw({ entityId: field.entityId, attributeId: field.id, at, dropAt: flow.screenToFlowPosition(at) });
  };
  useFieldDrag(board, dragLine, { onStart, onDrop });
}
