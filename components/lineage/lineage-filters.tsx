'use client';

import { CircleAlert, Eye, Route, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import type { Lineage } from '@/lib/api/lineage';
import { compareText } from '@/lib/base/compare-text';
import type { LineageState } from './lineage-state';
import { isInTrouble } from './visible-lineage';

type Props = {
  lineage: Lineage;
  hidden: number;
  state: LineageState;
  onChange: (changes: Record<string, string | null>) => void;
};

const TABS_MAX = 8;

export function LineageFilters({ lineage, hidden, state, onChange }: Props) {
  const domains = new Map(lineage.products.flatMap(({ domain }) => (domain ? [[domain.key, domain.name]] : [])));
  const options = [
    { value: 'all', label: 'All domains' },
    ...[...domains].map(([value, label]) => ({ value, label })).sort((a, b) => compareText(a.label, b.label)),
  ];
  const value = state.domain ?? 'all';
  const choose = (domain: string) => onChange({ domain: domain === 'all' ? null : domain });
  const trouble = lineage.products.filter(isInTrouble).length;
  const toggleOnly = (only: string, isOn: boolean) => onChange({ only: isOn ? null : only });
  return (
    <search aria-label="Filters" className="flex h-11 shrink-0 items-center gap-2 border-b bg-bg px-3 text-sm">
      {options.length <= TABS_MAX + 1 ? (
        <Segmented label="Domain" value={value} onChange={choose} options={options} className="max-xl:hidden" />
      ) : null}
      <Select
        label="Domain"
        look="bare"
        value={value}
        options={options}
        onChange={choose}
        className={options.length <= TABS_MAX + 1 ? 'xl:hidden' : undefined}
      />
      {state.select !== null && (
        <Button
          variant="ghost"
          icon={Route}
          aria-pressed={state.isOnlyPath}
          onClick={() => toggleOnly('path', state.isOnlyPath)}
          className={cn(state.isOnlyPath && 'bg-active text-fg')}
        >
          Only this path
        </Button>
      )}
      <span className="ml-auto flex items-center gap-2">
        {hidden > 0 && (
          <Button variant="ghost" icon={Eye} onClick={() => onChange({ domain: null, only: null })}>
            {hidden} hidden, show all
          </Button>
        )}
        {trouble > 0 && (
          <Button
            variant="ghost"
            icon={state.isOnlyTrouble ? X : CircleAlert}
            aria-pressed={state.isOnlyTrouble}
            onClick={() => toggleOnly('trouble', state.isOnlyTrouble)}
            className={cn('text-warn hover:text-warn', state.isOnlyTrouble && 'bg-active')}
          >
            {trouble === 1 ? '1 product is asked for more' : `${trouble} products are asked for more`}
          </Button>
        )}
      </span>
    </search>
  );
}
