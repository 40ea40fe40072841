'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import { meQuery } from '@/lib/client/me';
import { productsQuery } from '@/lib/client/products';
import { Page } from './page';

const BEEN_HERE = 'headwater-been-here';

/**
 * Leads everybody to where they begin: home. Who comes to the demonstration for the first time sees what the product is
 * about before they see a list of it, so they land in the first model of whom they are.
 */
export function StartScreen() {
  const router = useRouter();
  const me = useQuery(meQuery());
  const isDemo = me.data?.demo ?? false;
  const team = me.data?.person.teams[0]?.key;
  const isSearching = isDemo && team !== undefined;
  const mine = useQuery({
    ...productsQuery(team === undefined ? {} : { owner: team, alignment: 'consumer', limit: 1 }),
    enabled: isSearching,
  });
  const model = mine.data?.products[0]?.key;
  const isKnown = me.isSuccess && (!isSearching || mine.isFetched);
  useEffect(() => {
    if (!isKnown) return;
    const isFirstVisit = isDemo && window.localStorage.getItem(BEEN_HERE) === null;
    window.localStorage.setItem(BEEN_HERE, 'yes');
    router.replace(isFirstVisit && model !== undefined ? `/studio/${model}` : '/home');
  }, [isKnown, isDemo, model, router]);
  return (
    <Page title="Headwater">
      {me.isError ? (
        <ProblemState
          size="page"
          title="It could not be found out who you are"
          detail={me.error.message}
          onRetry={() => void me.refetch()}
          isRetrying={me.isFetching}
        />
      ) : (
        <LoadingRows label="Opening your work" className="p-3" />
      )}
    </Page>
  );
}
