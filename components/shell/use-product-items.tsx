'use client';

import { useRouter } from 'next/navigation';
import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { alignmentWords } from '@/components/catalog/alignment-words';
import { promiseFacts } from '@/components/catalog/promise-facts';
import type { PaletteItem } from '@/components/ui/command-palette';
import type { ProductSummary } from '@/lib/api/products';
import { PalettePreview } from './palette-preview';

export function useProductItems(products: readonly ProductSummary[], close: () => void): PaletteItem[] {
  const router = useRouter();
  return products.map((product) => ({
    key: `product-${product.key}`,
    label: product.name,
    hint: product.owner?.name ?? 'nobody owns it',
    preview: (
      <PalettePreview
        kind={alignmentWords[product.alignment]}
        name={product.name}
        holds={`owned by ${product.owner?.name ?? 'nobody'}`}
        sentence={product.description}
        from={promiseFacts(product.promises)
          .map(({ label, value }) => `${label}: ${value}`)
          .join(' · ')}
      />
    ),
    start: <AlignmentIcon alignment={product.alignment} />,
    onSelect: () => {
      close();
      router.push(`/catalog/${product.key}`);
    },
  }));
}
