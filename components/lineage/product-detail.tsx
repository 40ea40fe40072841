'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { alignmentWords } from '@/components/catalog/alignment-words';
import { describeBuild } from '@/components/catalog/describe-build';
import { OwnerName } from '@/components/catalog/owner-name';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import type { Lineage, LineageProduct } from '@/lib/api/lineage';
import { FieldPicker } from './field-picker';
import { ProductList } from './product-list';
import { tracePath } from './trace';

type Props = {
  lineage: Lineage;
  product: LineageProduct;
  onChoose: (key: string) => void;
  /** Null where no field can be followed. */
  onField: ((field: string) => void) | null;
};

export function ProductDetail({ lineage, product, onChoose, onField }: Props) {
  const { edges, products } = lineage;
  const [hasFields, setHasFields] = useState(false);
  const path = tracePath(edges, product.key).products.size - 1;
  const upstream = edges.filter((edge) => edge.to === product.key).map((edge) => edge.from);
  const downstream = edges.filter((edge) => edge.from === product.key).map((edge) => edge.to);
  return (
    <>
      <div className="border-b px-3.5 pt-2.5 pr-10 pb-2">
        <h2 className="flex items-center gap-2 font-semibold text-base tracking-[-0.012em]">
          <AlignmentIcon alignment={product.alignment} />
          {product.name}
        </h2>
        <p className="text-fg-2 text-xs">
          {alignmentWords[product.alignment]} · <OwnerName owner={product.owner} /> · {describeBuild(product.build)}
        </p>
      </div>
      <div className="max-h-[38vh] overflow-y-auto">
        <div className="space-y-2 px-3.5 py-2.5">
          <ProductList title="Made from" keys={upstream} products={products} onChoose={onChoose} />
          <ProductList title="Feeds" keys={downstream} products={products} onChoose={onChoose} />
          {path === 0 && <p className="text-fg-2 text-sm">It feeds nobody and is made from nobody else.</p>}
        </div>
        {onField && (
          <Button
            variant="ghost"
            size="sm"
            icon={hasFields ? ChevronDown : ChevronRight}
            aria-expanded={hasFields}
            onClick={() => setHasFields(!hasFields)}
            className="mx-1.5 mb-2"
          >
            Follow a field
          </Button>
        )}
        {onField && hasFields && <FieldPicker product={product.key} onChoose={onField} />}
      </div>
      <div className="border-t p-2">
        <ButtonLink href={`/catalog/${product.key}`} className="w-full">
          Open the product
        </ButtonLink>
      </div>
    </>
  );
}
