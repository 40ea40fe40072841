'use client';

import { useEditor } from '@/components/editor/editor-context';
import type { MetricFormula, MetricRecord } from '@/lib/model/records';
import { InlineChoice } from './inline-choice';
import { InlineNumber } from './inline-number';
import { useSetFields } from './use-set-fields';

type Formula = Extract<MetricFormula, { kind: 'cumulative' }>;
type Span = Pick<Formula, 'window' | 'toDate'>;
type Unit = 'days' | 'months';

const WORDS = 'Change how far back it reaches';
const LAST = 'last';
const DAYS_AT_FIRST = 30;
const SPANS = [
  { value: LAST, label: 'over the last' },
  { value: 'month', label: 'this month to date' },
  { value: 'quarter', label: 'this quarter to date' },
  { value: 'year', label: 'this year to date' },
  { value: 'all', label: 'since the beginning' },
] as const;
type Reach = (typeof SPANS)[number]['value'];

/** How far back a running total reaches: so many days or months exactly, to date, or all of it. */
export function CumulativeSpan({ metric, formula }: { metric: MetricRecord; formula: Formula }) {
  const editor = useEditor();
  const set = useSetFields();
  const isDisabled = !editor.canEdit;
  const write = (span: Span) => set('metric', metric.id, WORDS, { formula: { ...formula, ...span } });
  const last = lastOf(formula);
  return (
    <>
      <InlineChoice
        label="How far back"
        value={reachOf(formula)}
        onChange={(reach) => write(spanOf(reach))}
        options={SPANS}
        isDisabled={isDisabled}
      />
      {last && (
        <>
          <InlineNumber
            label="How many"
            value={last.count}
            onChange={(count) => write({ window: windowOf(count, last.unit), toDate: null })}
            onStart={() => editor.begin(WORDS)}
            onEnd={() => editor.commit()}
            isDisabled={isDisabled}
          />
          <InlineChoice
            label="Days or months"
            value={last.unit}
            onChange={(unit) => write({ window: windowOf(last.count, unit), toDate: null })}
            options={[
              { value: 'days', label: last.count === 1 ? 'day' : 'days' },
              { value: 'months', label: last.count === 1 ? 'month' : 'months' },
            ]}
            isDisabled={isDisabled}
          />
        </>
      )}
    </>
  );
}

function reachOf({ window, toDate }: Span): Reach | null {
  if (toDate !== null) return toDate;
  if (window === null) return null;
  return 'all' in window ? 'all' : LAST;
}

function spanOf(reach: Reach): Span {
  if (reach === LAST) return { window: { days: DAYS_AT_FIRST }, toDate: null };
  return reach === 'all' ? { window: { all: true }, toDate: null } : { window: null, toDate: reach };
}

function lastOf({ window }: Span): { count: number; unit: Unit } | null {
  if (window === null || 'all' in window) return null;
  return 'days' in window ? { count: window.days, unit: 'days' } : { count: window.months, unit: 'months' };
}

function windowOf(count: number, unit: Unit) {
  return unit === 'days' ? { days: count } : { months: count };
}
