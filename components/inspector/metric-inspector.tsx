'use client';

import { useCallback } from 'react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useRecord } from '@/components/editor/use-record';
import { Said } from '@/components/shell/said';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { setFields } from '@/lib/model/edits/set-fields';
import type { RecordId } from '@/lib/model/records';
import { describeMetric } from '@/lib/model/sentence';
import { CoverageLine } from './coverage-line';
import { DeleteFoot } from './delete-foot';
import { FormulaSentence } from './formula-sentence';
import { InspectorHead } from './inspector-head';
import { InspectorSection } from './inspector-section';
import { MetricCuts } from './metric-cuts';
import { MetricDrivers } from './metric-drivers';
import { MetricTarget } from './metric-target';
import { NeedsOn } from './needs-on';
import { RecordProblems } from './record-problems';
import { TextField } from './text-field';
import { useSetFields } from './use-set-fields';
import { WorkedOutFrom } from './worked-out-from';

type Props = { id: RecordId; productKey: string };
const RULES = ['complete', 'freshness', 'history', 'range'] as const;
const DIRECTIONS = [
  { value: 'up', label: 'More is better' },
  { value: 'down', label: 'Less is better' },
] as const;

export function MetricInspector({ id, productKey }: Props) {
  const metric = useRecord('metric', id);
  const sentence = useEditorValue(useCallback((state: EditorState) => describeMetric(state.document, id), [id]));
  const verbs = useCanvasVerbs();
  const set = useSetFields();
  if (!metric) return null;
  return (
    <>
      <InspectorHead id={id} kind="Metric" productKey={productKey}>
        <p className="mt-1 min-h-[2lh] text-base text-fg-2">
          <Said>{sentence}</Said>
        </p>
        <CoverageLine id={id} isMetric />
        <RecordProblems id={id} />
      </InspectorHead>
      <InspectorSection title="How it is made">
        <FormulaSentence metric={metric} productKey={productKey} />
      </InspectorSection>
      <MetricCuts metric={metric} />
      <InspectorSection title="How it is read">
        <div className="space-y-2.5">
          {metric.direction === null && verbs.editor.canEdit ? (
            <Field label="Which way is good">
              <div className="flex gap-1.5">
                {DIRECTIONS.map(({ value, label }) => (
                  <Button
                    key={value}
                    size="sm"
                    onClick={() => set('metric', id, 'Say which way is good', { direction: value })}
                  >
                    {label}
                  </Button>
                ))}
              </div>
            </Field>
          ) : (
            metric.direction !== null && (
              <Segmented
                label="Which way is good"
                value={metric.direction}
                onChange={(direction) => set('metric', id, 'Say which way is good', { direction })}
                options={DIRECTIONS}
              />
            )
          )}
          <MetricTarget metric={metric} />
          <TextField
            label="In words"
            value={metric.definition}
            placeholder="What people mean by it, and what not"
            words="Describe a metric"
            write={(document, definition) => setFields(document, { kind: 'metric', id, fields: { definition } })}
          />
        </div>
      </InspectorSection>
      <WorkedOutFrom metric={metric} />
      <MetricDrivers metric={metric} />
      <NeedsOn id={id} rules={RULES} />
      <DeleteFoot id={id} />
    </>
  );
}
