'use client';

import { useEditor } from '@/components/editor/editor-context';
import { Select } from '@/components/ui/select';
import type { MetricFormula, MetricRecord } from '@/lib/model/records';
import { ChangeSentence } from './change-sentence';
import { DerivedSentence } from './derived-sentence';
import { MeasureDetails } from './measure-details';
import { MeasureSentence } from './measure-sentence';
import { RatioSentence } from './ratio-sentence';
import { startFormula } from './start-formula';
import { useSetFields } from './use-set-fields';

const KINDS: { value: MetricFormula['kind']; label: string }[] = [
  { value: 'simple', label: 'A number of its own' },
  { value: 'ratio', label: 'One metric divided by another' },
  { value: 'derived', label: 'Worked out from other metrics' },
  { value: 'cumulative', label: 'A running total' },
  { value: 'change', label: 'A change over time' },
];

/** How a metric is made, as a sentence whose words can be chosen. */
export function FormulaSentence({ metric, productKey }: { metric: MetricRecord; productKey: string }) {
  const editor = useEditor();
  const set = useSetFields();
  const choose = (kind: MetricFormula['kind']) => {
    if (kind !== metric.formula.kind)
      set('metric', metric.id, 'Change how a metric is made', { formula: startFormula(kind, metric.formula) });
  };
  return (
    <div className="space-y-2">
      <Select
        label="Kind of metric"
        value={metric.formula.kind}
        onChange={choose}
        options={KINDS}
        isDisabled={!editor.canEdit}
      />
      <div className="rounded-md bg-surface-2 px-2.5 py-2 text-sm leading-8">
        <Sentence metric={metric} />
      </div>
      {(metric.formula.kind === 'simple' || metric.formula.kind === 'cumulative') && (
        <MeasureDetails metric={metric} formula={metric.formula} productKey={productKey} />
      )}
    </div>
  );
}

function Sentence({ metric }: { metric: MetricRecord }) {
  const { formula } = metric;
  switch (formula.kind) {
    case 'simple':
    case 'cumulative':
      return <MeasureSentence metric={metric} formula={formula} />;
    case 'ratio':
      return <RatioSentence metric={metric} formula={formula} />;
    case 'derived':
      return <DerivedSentence metric={metric} formula={formula} />;
    case 'change':
      return <ChangeSentence metric={metric} formula={formula} />;
  }
}
