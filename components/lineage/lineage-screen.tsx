'use client';

import { useQuery } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { Waypoints } from 'lucide-react';
import { useMemo } from 'react';
import { Page } from '@/components/shell/page';
import { useOfferCommands } from '@/components/shell/page-commands';
import { useShellDialogs } from '@/components/shell/shell-dialogs';
import { Banner } from '@/components/ui/banner';
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
import { TooMany } from './too-many';
import { visibleLineage } from './visible-lineage';

const NO_FILTERS = { domain: null, only: null };
/** What fits a big screen and a person's eye; every card beyond it only slows both. */
const READABLE_MAX = 400;

/** Who feeds whom, source to decision, with the room left on every line. */
export function LineageScreen() {
  const lineage = useQuery(lineageQuery());
  const { params, setParams } = useUrlState();
  const state = useMemo(() => readLineageState(new URLSearchParams(params)), [params]);
  const { openImport } = useShellDialogs();
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
        {lineage.data && lineage.data.loop !== null && (
          <Banner tone="bad" className="m-4">
            These read each other in a circle, so nothing can be planned and what is asked is not known:{' '}
            {lineage.data.loop.join(' → ')}.
          </Banner>
        )}
        {lineage.data && visible && visible.products.length === 0 && (
          <EmptyState
            icon={Waypoints}
            title={lineage.data.products.length === 0 ? 'There are no products yet' : 'No product is left on the board'}
            actions={
              visible.hidden > 0 ? (
                <Button onClick={() => setParams(NO_FILTERS)}>Show all {visible.hidden}</Button>
              ) : (
                <Button onClick={openImport}>Import a workspace file</Button>
              )
            }
          >
            {lineage.data.products.length === 0
              ? 'Import a workspace file and its products appear here.'
              : 'The filters hide every one of them.'}
          </EmptyState>
        )}
        {visible && visible.products.length > READABLE_MAX && <TooMany count={visible.products.length} />}
        {lineage.data && visible && visible.products.length > 0 && visible.products.length <= READABLE_MAX && (
          <LineageBoard lineage={lineage.data} visible={visible} state={state} onChange={setParams} />
        )}
      </Page>
    </ReactFlowProvider>
  );
}
