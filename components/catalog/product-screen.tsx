'use client';

import { useQuery } from '@tanstack/react-query';
import { PencilRuler, SlidersHorizontal, Waypoints } from 'lucide-react';
import { useState } from 'react';
import { Page } from '@/components/shell/page';
import { useTitle } from '@/components/shell/use-title';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ProblemState } from '@/components/ui/problem-state';
import { ApiProblem } from '@/lib/client/api-problem';
import { productQuery } from '@/lib/client/products';
import { AskedPanel } from './asked-panel';
import { BuildSheetPanel } from './build-sheet-panel';
import { ChangesPanel } from './changes-panel';
import { CommentsPanel } from './comments-panel';
import { EditProductDialog } from './edit-product-dialog';
import { FactsPanel } from './facts-panel';
import { FitPanel } from './fit-panel';
import { HouseRulesNotice } from './house-rules-notice';
import { MetricsPanel } from './metrics-panel';
import { ModelPanel } from './model-panel';
import { NeedsPanel } from './needs-panel';
import { NeighboursPanel } from './neighbours-panel';
import { OwnerlessNotice } from './ownerless-notice';
import { ProductHeader } from './product-header';
import { ProductLoading } from './product-loading';
import { ReliesPanel } from './relies-panel';
import { UseCasePanel } from './use-case-panel';

const crumbs = [{ label: 'Catalog', href: '/catalog' }] as const;

/** One data product: what it promises, who relies on it, what it holds and where that comes from. */
export function ProductScreen({ productKey }: { productKey: string }) {
  const query = useQuery(productQuery(productKey));
  const product = query.data;
  useTitle(product?.name);
  const [isEditing, setIsEditing] = useState(false);

  if (query.isPending) {
    return (
      <Page crumbs={crumbs} title={productKey} className="bg-canvas">
        <ProductLoading />
      </Page>
    );
  }
  if (!product) {
    const isUnknown = query.error instanceof ApiProblem && query.error.status === 404;
    return (
      <Page crumbs={crumbs} title={productKey}>
        {isUnknown ? (
          <EmptyState
            title="No product has this key"
            actions={<ButtonLink href="/catalog">Open the catalog</ButtonLink>}
          >
            It may have been renamed or removed.
          </EmptyState>
        ) : (
          <ProblemState
            size="page"
            title="The product could not be read"
            detail={query.error?.message}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        )}
      </Page>
    );
  }
  return (
    <Page
      crumbs={crumbs}
      title={product.name}
      actions={
        <>
          <ButtonLink href={`/lineage?select=${product.key}`} icon={Waypoints} variant="ghost">
            Lineage
          </ButtonLink>
          {product.canEdit && (
            <Button icon={SlidersHorizontal} onClick={() => setIsEditing(true)}>
              Edit
            </Button>
          )}
          <ButtonLink href={`/studio/${product.key}`} icon={PencilRuler}>
            Open the model
          </ButtonLink>
        </>
      }
      className="bg-canvas"
    >
      <div className="mx-auto max-w-[1180px] px-6 pt-6 pb-12">
        <ProductHeader product={product} />
        {product.loop !== null && (
          <Banner tone="bad" className="mt-5">
            These read each other in a circle, so nothing can be planned and what is asked is not known:{' '}
            {product.loop.join(' → ')}.
          </Banner>
        )}
        {product.owner === null && <OwnerlessNotice product={product} />}
        {product.brokenHouseRules.length > 0 && <HouseRulesNotice product={product} />}
        <div className="mt-5 grid grid-cols-[minmax(0,1fr)_300px] items-start gap-4 max-[860px]:grid-cols-1">
          <div className="flex min-w-0 flex-col gap-4">
            {product.useCase && <UseCasePanel useCase={product.useCase} owner={product.owner} />}
            <NeighboursPanel product={product} />
            {product.alignment === 'consumer' ? <NeedsPanel product={product} /> : <AskedPanel product={product} />}
            {product.alignment !== 'consumer' && <ReliesPanel product={product} />}
            {product.model.metrics.length > 0 && <MetricsPanel metrics={product.model.metrics} />}
            <ModelPanel product={product} />
            {product.alignment !== 'consumer' && (
              <BuildSheetPanel productKey={product.key} isSource={product.alignment === 'source'} />
            )}
          </div>
          <div className="flex flex-col gap-4">
            <FactsPanel product={product} />
            <FitPanel product={product} />
            <CommentsPanel productKey={product.key} />
            <ChangesPanel changes={product.changes} />
          </div>
        </div>
      </div>
      {isEditing && <EditProductDialog product={product} onClose={() => setIsEditing(false)} />}
    </Page>
  );
}
