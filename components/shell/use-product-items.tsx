'use client';

import { useRouter } from 'next/navigation';
import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import type { PaletteItem } from '@/components/ui/command-palette';
import type { ProductSummary } from '@/lib/api/products';

export function useProductItems(products: readonly ProductSummary[], close: () => void): PaletteItem[] {
  const router = useRouter();
  return products.map((product) => ({
    key: `product-${product.key}`,
    label: product.name,
    hint: product.owner?.name ?? 'nobody owns it',
    start: <AlignmentIcon alignment={product.alignment} />,
    onSelect: () => {
      close();
      router.push(`/catalog/${product.key}`);
    },
  }));
}
