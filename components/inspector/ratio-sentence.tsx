'use client';

import type { MetricFormula, MetricRecord } from '@/lib/model/records';
import { MetricChoice } from './metric-choice';
import { useSetFields } from './use-set-fields';

type Props = { metric: MetricRecord; formula: Extract<MetricFormula, { kind: 'ratio' }> };

export function RatioSentence({ metric, formula }: Props) {
  const set = useSetFields();
  const write = (change: Partial<typeof formula>) =>
    set('metric', metric.id, 'Change what is divided by what', { formula: { ...formula, ...change } });
  return (
    <>
      It is
      <MetricChoice
        label="What is divided"
        value={formula.numeratorId}
        except={metric.id}
        onChange={(numeratorId) => write({ numeratorId })}
      />
      divided by
      <MetricChoice
        label="By what it is divided"
        value={formula.denominatorId}
        except={metric.id}
        onChange={(denominatorId) => write({ denominatorId })}
      />
      .
    </>
  );
}
