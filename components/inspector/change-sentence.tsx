'use client';

import { useEditor } from '@/components/editor/editor-context';
import type { ChangeOffset, MetricFormula, MetricRecord } from '@/lib/model/records';
import { InlineChoice } from './inline-choice';
import { MetricChoice } from './metric-choice';
import { useSetFields } from './use-set-fields';

type Props = { metric: MetricRecord; formula: Extract<MetricFormula, { kind: 'change' }> };

const OFFSETS: readonly { value: string; label: string; offset: ChangeOffset }[] = [
  { value: '1 day', label: 'the day before', offset: { days: 1 } },
  { value: '7 days', label: 'a week before', offset: { days: 7 } },
  { value: '1 month', label: 'a month before', offset: { months: 1 } },
  { value: '3 months', label: 'three months before', offset: { months: 3 } },
  { value: '1 year', label: 'a year before', offset: { years: 1 } },
];

export function ChangeSentence({ metric, formula }: Props) {
  const editor = useEditor();
  const set = useSetFields();
  const now = keyOf(formula.offset);
  const write = (change: Partial<typeof formula>) =>
    set('metric', metric.id, 'Change what it is compared with', { formula: { ...formula, ...change } });
  const choose = (value: string) => {
    const chosen = OFFSETS.find((offset) => offset.value === value);
    if (chosen) write({ offset: chosen.offset });
  };
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
      <InlineChoice
        label="Against when"
        value={now}
        onChange={choose}
        options={[
          ...(OFFSETS.some(({ value }) => value === now) ? [] : [{ value: now, label: `${now} before` }]),
          ...OFFSETS.map(({ value, label }) => ({ value, label })),
        ]}
        isDisabled={!editor.canEdit}
      />
      .
    </>
  );
}

function keyOf(offset: ChangeOffset): string {
  const [count, unit]: [number, string] =
    'days' in offset ? [offset.days, 'day'] : 'months' in offset ? [offset.months, 'month'] : [offset.years, 'year'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
