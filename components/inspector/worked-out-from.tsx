'use client';

import { ChartSpline, Diff } from 'lucide-react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { DRAW_FROM_WORDS } from '@/components/canvas/draw-from-words';
import { drawnFrom } from '@/components/canvas/drawn-from';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { MetricRecord } from '@/lib/model/records';
import { InspectorSection } from './inspector-section';

const selectDocument = (state: EditorState) => state.document;

/** The next metric is often this one, put otherwise. */
export function WorkedOutFrom({ metric }: { metric: MetricRecord }) {
  const editor = useEditor();
  const document = useEditorValue(selectDocument);
  const { drawFrom } = useCanvasVerbs();
  if (!editor.canEdit) return null;
  const { divisors, hasRunningTotal } = drawnFrom(document, metric);
  return (
    <InspectorSection title={DRAW_FROM_WORDS.title}>
      <div className="flex flex-wrap gap-1.5">
        {divisors.length > 0 && (
          <Select
            label="Divided by"
            value={null}
            placeholder={DRAW_FROM_WORDS.ratio}
            onChange={(byId) => drawFrom(metric.id, { is: 'ratio', byId })}
            options={[...divisors]}
            className="w-auto"
          />
        )}
        <Button size="sm" icon={Diff} onClick={() => drawFrom(metric.id, { is: 'change' })}>
          {DRAW_FROM_WORDS.change}
        </Button>
        {hasRunningTotal && (
          <Button size="sm" icon={ChartSpline} onClick={() => drawFrom(metric.id, { is: 'running' })}>
            {DRAW_FROM_WORDS.running}
          </Button>
        )}
      </div>
    </InspectorSection>
  );
}
