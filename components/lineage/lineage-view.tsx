'use client';

import { useQuery } from '@tanstack/react-query';
import { Waypoints } from 'lucide-react';
import { useMemo } from 'react';
import { NoProductsYet } from '@/components/catalog/no-products-yet';
import { Said } from '@/components/shell/said';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Lineage } from '@/lib/api/lineage';
import { countOf } from '@/lib/base/count-of';
import { fieldTraceQuery } from '@/lib/client/lineage';
import { impactRows } from './impact-rows';
import { ImpactTable } from './impact-table';
import { LineageBoard } from './lineage-board';
import { LineageFilters } from './lineage-filters';
import { type LineageState, READABLE_MAX } from './lineage-state';
import { visibleLineage } from './visible-lineage';

const NO_FILTERS = { domain: null, only: null, reach: null, field: null, open: null };

type Props = {
  lineage: Lineage;
  state: LineageState;
  filter: string;
  onChange: (changes: Record<string, string | null>) => void;
};

/** The lineage as a board, or as a table: by choice, or because a board of so many could not be read. */
export function LineageView({ lineage, state, filter, onChange }: Props) {
  const trace = useQuery({
    ...fieldTraceQuery(state.select ?? '', state.field ?? ''),
    enabled: state.select !== null && state.field !== null,
  });
  const traced = state.field === null ? null : (trace.data ?? null);
  const visible = useMemo(() => visibleLineage(lineage, state, traced), [lineage, state, traced]);
  const count = visible.products.length;
  const canDraw = count <= READABLE_MAX;
  const chosen = lineage.products.find(({ key }) => key === state.select);
  return (
    <div className="flex h-full flex-col">
      <LineageFilters lineage={lineage} hidden={visible.hidden} state={state} canDraw={canDraw} onChange={onChange} />
      {lineage.loop !== null && (
        <Banner tone="bad" className="m-4">
          These read each other in a circle, so nothing can be planned and what is asked is not known:{' '}
          {lineage.loop.join(' → ')}.
        </Banner>
      )}
      {!canDraw && (
        <p className="border-b bg-surface-2 px-4 py-2 text-fg-2 text-sm">
          <Said>{countOf(count, 'product')}</Said> are too many to draw at once. Choose one to see what it is made from
          and whom it feeds.
        </p>
      )}
      <div className="min-h-0 flex-1">
        {lineage.products.length === 0 ? (
          <NoProductsYet icon={Waypoints} />
        ) : count === 0 ? (
          <EmptyState
            icon={Waypoints}
            title="No product is left on the board"
            actions={<Button onClick={() => onChange(NO_FILTERS)}>Show all {visible.hidden}</Button>}
          >
            The filters hide every one of them.
          </EmptyState>
        ) : state.view === 'table' || !canDraw ? (
          <ImpactTable
            rows={impactRows(lineage, visible, state, traced)}
            about={chosen ? (traced?.fields[0]?.label ?? chosen.name) : null}
            filter={filter}
            onFilter={(q) => onChange({ q })}
            onChoose={(select) =>
              onChange({ select, view: null, edge: null, field: null, open: null, reach: null, q: null })
            }
          />
        ) : (
          <LineageBoard lineage={lineage} visible={visible} state={state} trace={trace} onChange={onChange} />
        )}
      </div>
    </div>
  );
}
