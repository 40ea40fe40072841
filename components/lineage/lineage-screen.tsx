'use client';

import { useQuery } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { useMemo } from 'react';
import { Page } from '@/components/shell/page';
import { useOfferCommands } from '@/components/shell/page-commands';
import { ProblemState } from '@/components/ui/problem-state';
import { useUrlState } from '@/components/ui/use-url-state';
import { lineageQuery } from '@/lib/client/lineage';
import { lineageKeys } from './lineage-keys';
import { LineageLoading } from './lineage-loading';
import { readLineageState } from './lineage-state';
import { LineageView } from './lineage-view';

/** Who feeds whom, source to decision, with the room left on every line. */
export function LineageScreen() {
  const lineage = useQuery(lineageQuery());
  const { params, setParams } = useUrlState();
  const count = lineage.data?.products.length ?? 0;
  const state = useMemo(() => readLineageState(new URLSearchParams(params), count), [params, count]);
  useOfferCommands(lineageKeys);
  return (
    <ReactFlowProvider>
      <Page title="Lineage" className="overflow-hidden">
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
        {lineage.data && (
          <LineageView lineage={lineage.data} state={state} filter={params.get('q') ?? ''} onChange={setParams} />
        )}
      </Page>
    </ReactFlowProvider>
  );
}
