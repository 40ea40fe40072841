'use client';

import { ChartSpline, Diff } from 'lucide-react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { MetricRecord } from '@/lib/model/records';
import { InspectorSection } from './inspector-section';
import { useDrawFromMetric } from './use-draw-from-metric';

const selectDocument = (state: EditorState) => state.document;

/** The next metric is often this one, put otherwise. */
export function WorkedOutFrom({ metric }: { metric: MetricRecord }) {
  const editor = useEditor();
  const document = useEditorValue(selectDocument);
  const draw = useDrawFromMetric();
  if (!editor.canEdit) return null;
  const others = indexModel(document).byKind.metric.flatMap(({ id }) =>
    id === metric.id ? [] : [{ value: id, label: labelOfRecord(document, id) }],
  );
  return (
    <InspectorSection title="Draw another from it">
      <div className="flex flex-wrap gap-1.5">
        {others.length > 0 && (
          <Select
            label="Divided by"
            value={null}
            placeholder="Divided by…"
            onChange={(byId) => draw(metric.id, { is: 'ratio', byId })}
            options={others}
            className="w-auto"
          />
        )}
        <Button size="sm" icon={Diff} onClick={() => draw(metric.id, { is: 'change' })}>
          Its change
        </Button>
        {metric.formula.kind === 'simple' && metric.formula.measureId !== null && (
          <Button size="sm" icon={ChartSpline} onClick={() => draw(metric.id, { is: 'running' })}>
            Its running total
          </Button>
        )}
      </div>
    </InspectorSection>
  );
}
