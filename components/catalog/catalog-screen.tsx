'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LibraryBig, Plus, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Page } from '@/components/shell/page';
import { useOfferCommands } from '@/components/shell/page-commands';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import { useDebounced } from '@/components/ui/use-debounced';
import { useUrlState } from '@/components/ui/use-url-state';
import { meQuery } from '@/lib/client/me';
import { productPagesQuery } from '@/lib/client/products';
import { type CatalogFacets, hasFacets, readFacets, toProductsQuery } from './catalog-facets';
import { CatalogFilters } from './catalog-filters';
import { catalogKeys } from './catalog-keys';
import { CatalogTable } from './catalog-table';
import { NewProductDialog } from './new-product-dialog';
import { NoProductsYet } from './no-products-yet';

const TYPING_MS = 180;
const NO_FACETS = { q: null, role: null, domain: null, owner: null, status: null };

/** Every data product of the workspace, found by word or by what it is. */
export function CatalogScreen() {
  const { params, setParams } = useUrlState();
  useOfferCommands(catalogKeys);
  const [isCreating, setIsCreating] = useState(false);
  const me = useQuery(meQuery());
  const canCreate = me.data?.person.role === 'owner' || me.data?.person.role === 'admin';
  const facets = readFacets(params);
  const q = useDebounced(facets.q, TYPING_MS);
  const pages = useInfiniteQuery({
    ...productPagesQuery(toProductsQuery({ ...facets, q })),
    placeholderData: keepPreviousData,
  });
  const found = pages.data?.pages.flatMap((page) => page.products) ?? [];
  const shown = facets.status === 'all' ? found : found.filter((product) => product.status === facets.status);
  const change = (changes: Partial<CatalogFacets>) =>
    setParams(
      Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value === 'all' ? null : value])),
    );

  return (
    <Page
      title="Catalog"
      titleAside={
        pages.isSuccess && (
          <span className="text-fg-3 text-sm tabular-nums">
            {shown.length}
            {pages.hasNextPage && '+'}
          </span>
        )
      }
      actions={
        canCreate && (
          <Button icon={Plus} variant="primary" onClick={() => setIsCreating(true)}>
            New product
          </Button>
        )
      }
      toolbar={<CatalogFilters facets={facets} onChange={change} onClear={() => setParams(NO_FACETS)} />}
    >
      {pages.isPending && <LoadingRows label="Loading the catalog" rows={10} className="px-1 pt-8" />}
      {pages.isError && (
        <ProblemState
          size="page"
          title="The catalog could not be read"
          detail={pages.error.message}
          onRetry={() => void pages.refetch()}
          isRetrying={pages.isFetching}
        />
      )}
      {pages.isSuccess && shown.length > 0 && <CatalogTable products={shown} />}
      {pages.isSuccess && shown.length === 0 && !hasFacets(facets) && <NoProductsYet icon={LibraryBig} />}
      {pages.isSuccess && shown.length === 0 && hasFacets(facets) && (
        <EmptyState
          icon={SearchX}
          title="No product is like that"
          actions={<Button onClick={() => setParams(NO_FACETS)}>Show all products</Button>}
        >
          Try another word for it: names, descriptions, fields and their synonyms are searched.
        </EmptyState>
      )}
      {pages.hasNextPage && (
        <div className="flex justify-center py-4">
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
      {isCreating && <NewProductDialog isOpen onClose={() => setIsCreating(false)} />}
    </Page>
  );
}
