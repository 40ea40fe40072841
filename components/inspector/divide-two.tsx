'use client';

import { Divide } from 'lucide-react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { useEditor } from '@/components/editor/editor-context';
import { Button } from '@/components/ui/button';
import { recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { InspectorSection } from './inspector-section';

/** Of two metrics a third is made: one divided by the other, either way. */
export function DivideTwo({ ids }: { ids: readonly RecordId[] }) {
  const { document } = useEditor().get();
  const { drawFrom } = useCanvasVerbs();
  const [one, two, third] = ids;
  if (one === undefined || two === undefined || third !== undefined) return null;
  if (![one, two].every((id) => recordOf(document, 'metric', id))) return null;
  const call = (id: RecordId) => labelOfRecord(document, id);
  return (
    <InspectorSection title="Draw a metric from both">
      <div className="flex flex-col items-start gap-1.5">
        {(
          [
            [one, two],
            [two, one],
          ] as const
        ).map(([fromId, byId]) => (
          <Button key={fromId} size="sm" icon={Divide} onClick={() => drawFrom(fromId, { is: 'ratio', byId })}>
            {call(fromId)} ÷ {call(byId)}
          </Button>
        ))}
      </div>
    </InspectorSection>
  );
}
