'use client';

import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { alignmentWords } from '@/components/catalog/alignment-words';
import { describeBuild } from '@/components/catalog/describe-build';
import { OwnerName } from '@/components/catalog/owner-name';
import { ButtonLink } from '@/components/ui/button-link';
import { DataList } from '@/components/ui/data-list';
import type { Lineage, LineageProduct } from '@/lib/api/lineage';
import { ProductList } from './product-list';
import { tracePath } from './trace';

type Props = { lineage: Lineage; product: LineageProduct; onChoose: (key: string) => void };

export function ProductDetail({ lineage, product, onChoose }: Props) {
  const { edges, products } = lineage;
  const path = tracePath(edges, product.key);
  const upstream = edges.filter((edge) => edge.to === product.key).map((edge) => edge.from);
  const downstream = edges.filter((edge) => edge.from === product.key).map((edge) => edge.to);
  return (
    <>
      <div className="border-b px-4 pt-3 pr-11 pb-2.5">
        <p className="flex items-center gap-1.5 text-fg-2 text-xs">
          <AlignmentIcon alignment={product.alignment} className="size-3.5" />
          {alignmentWords[product.alignment]}
        </p>
        <h2 className="font-semibold text-lg tracking-[-0.012em]">{product.name}</h2>
      </div>
      <div className="max-h-[46vh] space-y-3 overflow-y-auto px-4 py-3">
        <DataList
          className="grid-cols-[76px_minmax(0,1fr)]"
          items={[
            { term: 'Owner', value: <OwnerName owner={product.owner} /> },
            { term: 'Made', value: describeBuild(product.build) },
            {
              term: 'Its path',
              value: path.products.size === 1 ? 'nobody but itself' : `${path.products.size} products, lit up`,
            },
          ]}
        />
        <ProductList title="Made from" keys={upstream} products={products} onChoose={onChoose} />
        <ProductList title="Feeds" keys={downstream} products={products} onChoose={onChoose} />
      </div>
      <div className="border-t p-3">
        <ButtonLink href={`/catalog/${product.key}`} className="w-full">
          Open the product
        </ButtonLink>
      </div>
    </>
  );
}
