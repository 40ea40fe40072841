'use client';

import { useQuery } from '@tanstack/react-query';
import { Page } from '@/components/shell/page';
import { useLastLook } from '@/components/shell/use-last-look';
import { useMarkRead } from '@/components/shell/use-mark-read';
import { LoadingPanel } from '@/components/ui/loading-panel';
import { ProblemState } from '@/components/ui/problem-state';
import { homeQuery } from '@/lib/client/home';
import { ModelsPanel } from './models-panel';
import { NewsPanel } from './news-panel';
import { OffersPanel } from './offers-panel';
import { WaitsOnMePanel } from './waits-on-me-panel';
import { WaitsOnOthersPanel } from './waits-on-others-panel';

const GRID =
  'mx-auto grid max-w-[1180px] grid-cols-[minmax(0,1fr)_minmax(300px,380px)] items-start gap-4 px-6 pt-6 pb-12 max-[860px]:grid-cols-1';

/** Where everybody begins: what waits for me and for whom I wait, how what I answer for stands, what is new. */
export function HomeScreen() {
  const since = useLastLook();
  const query = useQuery(homeQuery(since));
  const home = query.data;
  useMarkRead('home', home?.lastEvent);
  if (!home) {
    return (
      <Page title="Home" className="bg-canvas">
        {query.isError ? (
          <ProblemState
            size="page"
            title="Your home could not be read"
            detail={query.error.message}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : (
          <div className={GRID}>
            <div className="flex min-w-0 flex-col gap-4">
              <LoadingPanel label="Reading what waits for you" rows={2} />
              <LoadingPanel rows={2} />
            </div>
            <LoadingPanel rows={4} />
          </div>
        )}
      </Page>
    );
  }
  const { waitsOnMe, waitsOnOthers, models, offers, changes } = home;
  return (
    <Page title="Home" className="bg-canvas">
      <div className={GRID}>
        <div className="flex min-w-0 flex-col gap-4">
          <WaitsOnMePanel waits={waitsOnMe} since={since} isOnlyWait={waitsOnOthers.length === 0} />
          {waitsOnOthers.length > 0 && <WaitsOnOthersPanel asks={waitsOnOthers} />}
          {(models.length > 0 || offers.length === 0) && <ModelsPanel models={models} />}
          {offers.length > 0 && <OffersPanel offers={offers} />}
        </div>
        <NewsPanel changes={changes} hasLooked={since !== null && since > 0} />
      </div>
    </Page>
  );
}
