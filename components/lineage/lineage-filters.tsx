'use client';

import { CircleAlert, Eye, FoldHorizontal, Rows3, Waypoints, X } from 'lucide-react';
import { Said } from '@/components/shell/said';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import type { Lineage } from '@/lib/api/lineage';
import { compareText } from '@/lib/base/compare-text';
import { countOf } from '@/lib/base/count-of';
import { groupDigits } from '@/lib/base/group-digits';
import { type LineageState, READABLE_MAX, type Reach } from './lineage-state';
import { isInTrouble } from './visible-lineage';

type Props = {
  lineage: Lineage;
  hidden: number;
  state: LineageState;
  /** A board nobody could read is not offered. */
  canDraw: boolean;
  onChange: (changes: Record<string, string | null>) => void;
};

const REACHES = [
  { value: '1', label: '1 step' },
  { value: '2', label: '2 steps' },
  { value: 'path', label: 'Whole path' },
  { value: 'all', label: 'Everything' },
] as const;
const TABS_MAX = 8;

export function LineageFilters({ lineage, hidden, state, canDraw, onChange }: Props) {
  const domains = new Map(lineage.products.flatMap(({ domain }) => (domain ? [[domain.key, domain.name]] : [])));
  const options = [
    { value: 'all', label: 'All domains' },
    ...[...domains].map(([value, label]) => ({ value, label })).sort((a, b) => compareText(a.label, b.label)),
  ];
  const value = state.domain ?? 'all';
  const choose = (domain: string) => onChange({ domain: domain === 'all' ? null : domain });
  const trouble = lineage.products.filter(isInTrouble).length;
  const isLarge = lineage.products.length > READABLE_MAX;
  const isBoard = state.view === 'board' && canDraw;
  const hasTabs = domains.size > 0 && domains.size <= TABS_MAX && state.select === null;
  const reach: `${Reach}` = `${state.reach}`;
  return (
    <search
      aria-label="Filters"
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-b bg-bg px-3 py-1.5 text-sm"
    >
      {hasTabs && (
        <Segmented label="Domain" value={value} onChange={choose} options={options} className="max-xl:hidden" />
      )}
      {domains.size > 0 && (
        <Select
          label="Domain"
          look="bare"
          value={value}
          options={options}
          onChange={choose}
          className={hasTabs ? 'xl:hidden' : undefined}
        />
      )}
      {state.select !== null && state.field === null && isBoard && (
        <Segmented<`${Reach}`>
          label="How far from it"
          value={reach}
          onChange={(next) => onChange({ reach: next, open: null })}
          options={isLarge ? REACHES.filter(({ value: one }) => one !== 'all') : REACHES}
        />
      )}
      {state.opened.length > 0 && isBoard && (
        <Button variant="ghost" icon={FoldHorizontal} onClick={() => onChange({ open: null })}>
          Fold again
        </Button>
      )}
      <span className="ml-auto flex items-center gap-2">
        {hidden > 0 && isBoard && (
          <Button
            variant="ghost"
            icon={Eye}
            onClick={() =>
              onChange({
                domain: null,
                only: null,
                reach: null,
                field: null,
                open: null,
                ...(isLarge ? { select: null } : { reach: 'all' }),
              })
            }
          >
            <Said>{groupDigits(hidden)}</Said> hidden, show all
          </Button>
        )}
        {trouble > 0 && (
          <Button
            variant="ghost"
            icon={state.isOnlyTrouble ? X : CircleAlert}
            aria-pressed={state.isOnlyTrouble}
            onClick={() => onChange({ only: state.isOnlyTrouble ? null : 'trouble' })}
            className={cn('text-warn hover:text-warn', state.isOnlyTrouble && 'bg-active')}
          >
            {countOf(trouble, 'product is asked for more', 'products are asked for more')}
          </Button>
        )}
        {canDraw && (
          <Segmented
            label="Show as"
            isCompact
            value={state.view}
            onChange={(view) => onChange({ view: view === 'table' ? 'table' : null })}
            options={[
              { value: 'board', label: 'Board', icon: Waypoints },
              { value: 'table', label: 'Table', icon: Rows3 },
            ]}
          />
        )}
      </span>
    </search>
  );
}
