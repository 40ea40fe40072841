'use client';

import { useQuery } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { Waypoints } from 'lucide-react';
import { useMemo } from 'react';
import { Page } from '@/components/shell/page';
import { useOfferCommands } from '@/components/shell/page-commands';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ProblemState } from '@/components/ui/problem-state';
import { useUrlState } from '@/components/ui/use-url-state';
import { lineageQuery } from '@/lib/client/lineage';
import { LineageBoard } from './lineage-board';
import { LineageFilters } from './lineage-filters';
import { lineageKeys } from './lineage-keys';
import { LineageLoading } from './lineage-loading';
import { readLineageState } from './lineage-state';
import { visibleLineage } from './visible-lineage';

const NO_FILTERS = { domain: null, only: null };

/** Who feeds whom, source to decision, with the room left on every line. */
export function LineageScreen() {
  const lineage = useQuery(lineageQuery());
  const { params, setParams } = useUrlState();
  const state = useMemo(() => readLineageState(new URLSearchParams(params)), [params]);
  useOfferCommands(lineageKeys);
  const visible = useMemo(() => lineage.data && visibleLineage(lineage.data, state), [lineage.data, state]);

  return (
    <ReactFlowProvider>
      <Page
        title="Lineage"
        toolbar={
          lineage.data &&
          visible && (
            <LineageFilters lineage={lineage.data} hidden={visible.hidden} state={state} onChange={setParams} />
          )
        }
        className="overflow-hidden"
      >
        {lineage.isPending && <LineageLoading />}
        {lineage.isError && (
          <ProblemState
            size="page"
            title="The lineage could not be read"
            detail={lineage.error.message}
            onRetry={() => void lineage.refetch()}
            isRetrying={lineage.isFetching}
          />
        )}
        {lineage.data && visible && visible.products.length === 0 && (
          <EmptyState
            icon={Waypoints}
            title={lineage.data.products.length === 0 ? 'There are no products yet' : 'No product is left on the board'}
            actions={
              visible.hidden > 0 && <Button onClick={() => setParams(NO_FILTERS)}>Show all {visible.hidden}</Button>
            }
          >
            {lineage.data.products.length === 0
              ? 'Import a workspace file and its products appear here.'
              : 'The filters hide every one of them.'}
          </EmptyState>
        )}
        {lineage.data && visible && visible.products.length > 0 && (
          <LineageBoard lineage={lineage.data} visible={visible} state={state} onChange={setParams} />
        )}
      </Page>
    </ReactFlowProvider>
  );
}
