'use client';

import { useEditor } from '@/components/editor/editor-context';
import type { ChangeOffset, MetricFormula, MetricRecord } from '@/lib/model/records';
import { InlineChoice } from './inline-choice';
import { InlineNumber } from './inline-number';
import { MetricChoice } from './metric-choice';
import { useSetFields } from './use-set-fields';

type Props = { metric: MetricRecord; formula: Extract<MetricFormula, { kind: 'change' }> };
type Unit = 'days' | 'months' | 'years';

const WORDS = 'Change what it is compared with';

/** "the change of revenue against 1 year before": of what, and exactly how long before. */
export function ChangeSentence({ metric, formula }: Props) {
  const editor = useEditor();
  const set = useSetFields();
  const { count, unit } = countOf(formula.offset);
  const many = count === 1 ? '' : 's';
  const write = (change: Partial<typeof formula>) =>
    set('metric', metric.id, WORDS, { formula: { ...formula, ...change } });
  return (
    <>
      It is the change of
      <MetricChoice
        label="The change of what"
        value={formula.metricId}
        except={metric.id}
        onChange={(metricId) => write({ metricId })}
      />
      against
      <InlineNumber
        label="How long before"
        value={count}
        onChange={(next) => write({ offset: offsetOf(next, unit) })}
        onStart={() => editor.begin(WORDS)}
        onEnd={() => editor.commit()}
        isDisabled={!editor.canEdit}
      />
      <InlineChoice
        label="Days, months or years"
        value={unit}
        onChange={(next) => write({ offset: offsetOf(count, next) })}
        options={[
          { value: 'days', label: `day${many}` },
          { value: 'months', label: `month${many}` },
          { value: 'years', label: `year${many}` },
        ]}
        isDisabled={!editor.canEdit}
      />
      before.
    </>
  );
}

function countOf(offset: ChangeOffset): { count: number; unit: Unit } {
  if ('days' in offset) return { count: offset.days, unit: 'days' };
  return 'months' in offset ? { count: offset.months, unit: 'months' } : { count: offset.years, unit: 'years' };
}

function offsetOf(count: number, unit: Unit): ChangeOffset {
  if (unit === 'days') return { days: count };
  return unit === 'months' ? { months: count } : { years: count };
}
