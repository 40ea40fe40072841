'use client';

import { useEditor } from '@/components/editor/editor-context';
import type { MetricFormula, MetricRecord } from '@/lib/model/records';
import { InlineChoice } from './inline-choice';
import { useSetFields } from './use-set-fields';

type Formula = Extract<MetricFormula, { kind: 'cumulative' }>;
type Span = Pick<Formula, 'window' | 'toDate'>;

const SPANS: readonly { value: string; label: string; span: Span }[] = [
  ...[7, 30, 90, 180, 365, 730].map((days) => ({
    value: `${days} days`,
    label: `over the last ${days} days`,
    span: { window: { days }, toDate: null },
  })),
  { value: 'month', label: 'since the start of the month', span: { window: null, toDate: 'month' } },
  { value: 'quarter', label: 'since the start of the quarter', span: { window: null, toDate: 'quarter' } },
  { value: 'year', label: 'since the start of the year', span: { window: null, toDate: 'year' } },
  { value: 'all', label: 'since the beginning', span: { window: { all: true }, toDate: null } },
];

/** How far back a running total reaches. A span that was written elsewhere is shown as it is and kept until another is chosen. */
export function CumulativeSpan({ metric, formula }: { metric: MetricRecord; formula: Formula }) {
  const editor = useEditor();
  const set = useSetFields();
  const now = keyOf(formula);
  const isListed = SPANS.some(({ value }) => value === now);
  const choose = (value: string) => {
    const chosen = SPANS.find((span) => span.value === value);
    if (chosen) set('metric', metric.id, 'Change how far back it reaches', { formula: { ...formula, ...chosen.span } });
  };
  return (
    <InlineChoice
      label="How far back"
      value={now}
      onChange={choose}
      options={[
        ...(isListed || now === null ? [] : [{ value: now, label: `over the last ${now}` }]),
        ...SPANS.map(({ value, label }) => ({ value, label })),
      ]}
      isDisabled={!editor.canEdit}
    />
  );
}

function keyOf({ window, toDate }: Formula): string | null {
  if (toDate !== null) return toDate;
  if (window === null) return null;
  if ('all' in window) return 'all';
  return 'days' in window ? `${window.days} days` : `${window.months} months`;
}
