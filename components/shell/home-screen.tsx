'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import { meQuery } from '@/lib/client/me';
import { productsQuery } from '@/lib/client/products';
import { Page } from './page';

/** Leads everybody to where their work is: their first model, else what is asked of them. */
export function HomeScreen() {
  const router = useRouter();
  const me = useQuery(meQuery());
  const team = me.data?.person.teams[0]?.key;
  const mine = useQuery({
    ...productsQuery(team === undefined ? {} : { owner: team, alignment: 'consumer', limit: 1 }),
    enabled: team !== undefined,
  });
  const model = mine.data?.products[0]?.key;
  const isKnown = me.isSuccess && (team === undefined || mine.isFetched);
  useEffect(() => {
    if (!isKnown) return;
    if (model === undefined) router.replace('/inbox');
    else router.replace(`/studio/${model}`);
  }, [isKnown, model, router]);
  return (
    <Page title="Home">
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
